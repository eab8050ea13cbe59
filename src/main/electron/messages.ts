/** Everything that main itself says to people; what the window says is in the renderer's catalogues. */
export const messages = {
  productName: '荣档',
  dataFolderTitle: '数据文件夹不能写入',
  dataFolderBody: (folder: string, detail: string) =>
    `荣档需要在下面的文件夹里保存记录，但现在写不进去：\n\n${folder}\n\n` +
    `没有任何记录被改动。请检查：磁盘是否已满、文件夹是否只读、U 盘或共享盘是否已断开，然后重新打开荣档。\n\n详细信息：${detail}`,
  openingFailedTitle: '档案没有打开',
  unknownArchive: (folder: string, detail: string) =>
    `标明档案身份的 archive.json 不见了或已损坏，无法核对这个文件夹里的记录是否完整：\n\n${folder}\n\n` +
    `没有任何记录被改动。请从备份中找回 archive.json（数据文件夹和其中的 journal 文件夹里各有一份），再重新打开荣档。\n\n详细信息：${detail}`,
  openingFailed: (folder: string, detail: string) =>
    `打开档案时出错，没有任何记录被改动：\n\n${folder}\n\n请检查磁盘后重新打开荣档。\n\n详细信息：${detail}`,
  archiveInUse: '这份档案正被另一个荣档程序使用。请先关闭它的窗口，或等它的命令执行完，再试一次。',
  sourceTooLarge: (file: string) => `文件 ${file} 超过 256 MB，不能导入，档案没有变化。`,
  missingCommandInput: (path: string, detail: string) => `读不了输入文件 ${path}：${detail}`,
  unreadableAttachment: (path: string, detail: string) => `读不了要附上的文件 ${path}：${detail}`,
  missingOptionValue: (option: string) => `选项 --${option} 缺少值。`,
  windowFailed: '程序内部出错，命令没有完成；已保存的记录不受影响。',
  unsavedTitle: '有未保存的内容',
  unsavedBody: '有还没保存的表单，或者还没有导入的文件，关闭窗口会丢掉正在做的事。已保存的记录不受影响。',
  stay: '返回继续编辑',
  discard: '放弃并关闭',
  crashedTitle: '窗口出错',
  crashedBody: '窗口意外停止。所有显示过“已保存”的记录都在数据文件夹里，重新打开窗口即可继续。',
  reopen: '重新打开窗口',
  quit: '退出',
  fileTypes: { docx: 'Word 文档', xlsx: 'Excel 工作簿', csv: '表格（CSV）', json: '模板（JSON）' },
  upgradeBackupFailed: (detail: string) =>
    `升级后第一次打开前的备份没有做成，下次打开时再做；档案照常打开，已保存的记录都在。（${detail}）`,
  packageType: '荣档备份',
  packageName: (day: string) => `荣档备份-${day}.zip`,
  sealedPackageType: '荣档加密备份',
  sealedPackageName: (day: string) => `荣档加密备份-${day}.rongdang`,
  backupPassphrase: {
    notInCommand:
      '备份的口令不能写在命令里：同一台电脑上的其他账户看得到。请用 --backup-passphrase-file 文件（“-”表示从标准输入读）。命令没有执行，档案没有变化。',
    length: (shortest: number, longest: number) =>
      `加密备份的口令至少 ${shortest} 个字，最多 ${longest} 个字。没有做备份，档案没有变化。`,
  },
  restoreFolderTitle: '选择一个空文件夹，恢复到里面',
  secondPlaceTitle: '选择第二处备份的位置（U 盘或共享盘）',
  progress: (percent: number) => `进度 ${percent}%`,
  chooseFiles: '选择要附上的文件',
  chooseFolder: '选择要附上的文件夹',
  lock: {
    notInCommand:
      '口令不能写在命令里：同一台电脑上的其他账户看得到。请用 --passphrase-file 文件（“-”表示从标准输入读），或环境变量 RONGDANG_PASSPHRASE。命令没有执行，档案没有变化。',
    required:
      '这份档案设有口令。请用 --passphrase-file 文件（“-”表示从标准输入读）或环境变量 RONGDANG_PASSPHRASE 给出。命令没有执行，档案没有变化。',
    inputTwice: '口令和命令的输入不能都从标准输入读。请把其中一个放进文件。',
    unreadable: (path: string, detail: string) => `读不了口令文件 ${path}：${detail}`,
    wrong: (seconds: number) => `口令不对，命令没有执行，档案没有变化。${seconds} 秒内再试的命令会先等待。`,
    waiting: (seconds: number) => `前几次口令不对，先等 ${seconds} 秒再试……`,
    damaged:
      '这份档案设有口令，但数据文件夹里的 lock.json 已损坏或由更新版本写成，打不开。记录没有受影响。请档案负责人移走这个文件后再试；移走后会说明口令已被移除。',
    keyMissing: (root: string) =>
      `“${root}”里的日志是加密的，但保管密钥的两个文件（lock.json 和 journal/key.json）都不在了，没有打开，什么也没有改动。请把其中一个放回原处，再用口令打开；或者用“恢复到文件夹”把加密备份恢复到一个空文件夹。`,
    unsettled: (detail: string) => `改变加密没有做完，下次打开时继续；记录都在，照常可以查阅和登记。（${detail}）`,
    removed: '口令已被移除：数据文件夹里的 lock.json 不见了，档案现在不需要口令。请在窗口的“设置”里核实。',
  },
  menu: {
    file: '文件',
    anotherWindow: '新建窗口',
    lockNow: '立即锁定',
    closeWindow: '关闭窗口',
    view: '查看',
    zoomIn: '放大',
    zoomOut: '缩小',
    resetZoom: '实际大小',
    fullScreen: '全屏',
    developerTools: '开发者工具',
  },
} as const;
