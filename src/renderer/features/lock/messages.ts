export const messages = {
  seal: '荣',
  title: '荣档已锁定',
  label: '口令',
  unlock: '解锁',
  opening: '正在打开档案……',
  capsLock: '大写锁定已打开',
  wrong: '口令不对，档案没有变化。请核对大小写和输入法。',
  wait: (seconds: number) => `请等 ${waitText(seconds)}再试。`,
  failed: '没有解锁成，档案没有变化。请再试一次；还不行就关闭荣档重新打开。',
  damaged:
    '记着口令的文件 lock.json 已损坏，或由更新版本的荣档写成，现在打不开。记录没有受影响。请联系档案负责人，按下面“忘记口令”的办法处理。',
  forgotten: '忘记口令',
  forgottenSealed:
    '这份档案的记录是加密的，没有口令谁也打不开，移走文件也没有用。请联系档案负责人，用他密封保管的口令；或者恢复一份没有加密、或知道口令的备份。',
  forgottenBody:
    '口令无法找回，记录没有受影响。请联系档案负责人：能写数据文件夹的人把其中的 lock.json 移走，再关闭并重新打开荣档，就不再问口令；窗口上方会写明“口令已被移除”。',
} as const;

function waitText(seconds: number): string {
  const minutes = Math.floor(seconds / 60);
  const rest = seconds % 60;
  if (minutes === 0) return `${seconds} 秒`;
  return rest === 0 ? `${minutes} 分钟` : `${minutes} 分 ${rest} 秒`;
}
