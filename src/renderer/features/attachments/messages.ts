import type { NoPreview } from '../../workers/picture-messages.ts';
import type { PdfFailure } from '../../jobs/attachment-pdf.ts';

/** What attachments on a record's page say. */
export const messages = {
  title: '附件',
  count: (files: number) => `${files} 个`,
  add: '添加附件',
  hint: '把文件拖到这个页面的任何地方，或按 Ctrl+V 粘贴图片',
  none: '还没有附件。把证书、照片、PDF 或 Word 文件拖到这个页面的任何地方，或按 Ctrl+V 粘贴截图。原文件只复制、不移动。',
  drop: (title: string) => `松开鼠标，附到“${title}”`,
  dropHint: '文件会复制一份存进档案，原来的文件不动',
  pastedName: (at: string, extension: string) => `粘贴的图片 ${at}.${extension}`,
  role: '用途',
  roleOf: (name: string) => `“${name}”的用途`,
  open: (name: string) => `查看“${name}”`,
  actionsOf: (name: string) => `“${name}”的操作`,
  choose: (name: string) => `选中“${name}”`,
  actions: {
    view: '查看',
    edit: '改名和说明…',
    earlier: '前移',
    later: '后移',
    save: '另存副本…',
    ungroup: '移出照片组',
    remove: '删除',
  },
  keys: { view: 'Enter', edit: 'F2', earlier: 'Alt+←', later: 'Alt+→', remove: 'Delete' },
  roleChanged: (name: string, role: string) => `“${name}”的用途已改为${role}`,
  moved: '已调整附件次序',
  changed: (name: string) => `已修改“${name}”`,
  removed: (name: string) => `已删除附件“${name}”`,
  takenOut: (name: string) => `已把“${name}”移出照片组`,
  savedCopy: (path: string) => `副本已存为：${path}`,
  savedDamaged: (path: string) =>
    `副本已存为：${path}。但档案里的这个文件已经损坏，与当初附上时不一样，请从备份找回并重新附上。`,
  saveFailed: {
    missing: '档案里找不到这个文件的内容，不能另存。请做一次“校验全部附件”，并从备份找回。',
    'no-space': '副本没有写出：磁盘已满。附件没有变化。',
    'not-writable': '副本没有写出：这个位置不存在或不能写入。附件没有变化。',
    'in-use': '副本没有写出：同名文件正被另一个程序打开。附件没有变化。',
    failed: '副本没有写出。附件没有变化。',
  },
  dialog: {
    title: '改名和说明',
    name: '文件名',
    nameNeeded: '文件名不能为空',
    caption: '说明',
    captionPlaceholder: '图上是什么',
    taken: '拍摄时间',
    takenPlaceholder: '如 2023.5.4，不知道就留空',
    note: '备注',
    save: '保存',
    cancel: '取消',
  },
  exif: {
    shows: (day: string) => `照片显示拍摄于 ${day}`,
    use: '用作拍摄时间',
  },
  group: {
    create: (photos: number) => `把选中的 ${photos} 张编成照片组…`,
    addTo: (title: string) => `加入“${title}”`,
    clear: '取消选中',
    newTitle: '编成照片组',
    editTitle: '修改照片组',
    name: '组名',
    namePlaceholder: '这些照片是哪一次活动、哪件事的',
    photos: (count: number) => `${count} 张照片`,
    event: '事由',
    date: '时间',
    place: '地点',
    people: '人物',
    peoplePlaceholder: '按从左到右、从前排到后排的顺序写姓名、身份',
    background: '背景',
    photographer: '摄影者',
    note: '备注',
    hint: '六要素写全，照片才说得清（DA/T 50—2014）。不知道的可以先留空。',
    missing: (elements: string) => `还缺：${elements}`,
    saved: (title: string) => `已保存照片组“${title}”`,
    edit: '修改',
    ungroup: '解散',
    ungrouped: (title: string) => `已解散照片组“${title}”，照片都还在`,
    empty: '这个组里已经没有照片。',
  },
  kinds: {
    picture: '图片',
    heic: 'HEIC 图片',
    tiff: 'TIFF 图片',
    pdf: 'PDF',
    word: 'Word',
    'old-word': '旧版 Word',
    sheet: '表格',
    other: '文件',
  },
  loading: '正在读取……',
  incomplete: '图片不完整，只能显示一部分',
  embedded: '图片很大，显示的是相机附带的小图',
  misleading: (extension: string) => `扩展名是 .${extension}，内容却不是这种文件，请核对；文件照原样保存着`,
  noPreview,
  viewer: {
    reducing: ({ width, height }: { readonly width: number; readonly height: number }) =>
      `图片很大（${width} × ${height} 像素），正在缩小后显示，请稍候。原件不变，可随时关闭。`,
    label: (name: string) => `查看附件：${name}`,
    place: (index: number, total: number) => `${index} / ${total}`,
    earlier: '上一个（←）',
    later: '下一个（→）',
    smaller: '缩小（-）',
    larger: '放大（+）',
    fit: '适合窗口',
    fitKey: '适合窗口（0）',
    actual: '实际大小',
    actualKey: '实际大小（1）',
    percent: (scale: number) => `${Math.round(scale * 100)}%`,
    turnLeft: '向左转（Shift+R）',
    turnRight: '向右转（R）',
    save: '另存副本',
    close: '关闭（Esc）',
    taken: (date: string) => `拍摄于 ${date}`,
    turned: (name: string) => `已旋转“${name}”`,
    page: (number: number, total: number) => `第 ${number} 页，共 ${total} 页`,
    pageInput: '页码',
    ofPages: (total: number) => `/ ${total} 页`,
    earlierPage: '上一页（PageUp）',
    laterPage: '下一页（PageDown）',
    reduced: (width: number, height: number) => `原图 ${width} × ${height}，这里显示缩小的预览；另存副本可得到原图`,
    wordHint: '只显示文字，不含版式和图片；另存副本后可用 Word 或 WPS 打开',
    wordEmpty: '这个 Word 文件里没有文字。',
    wordFailed: '这个 Word 文件读不出文字，可能已损坏或加了密码。文件已完整保存，可以另存副本。',
    pdf: {
      password: '这个 PDF 加了密码，不能在这里查看。文件已完整保存，可以另存副本后用密码打开。',
      broken: '这个 PDF 读不出来，可能已损坏。附上时的内容已完整保存，可以另存副本。',
    } satisfies Record<PdfFailure, string>,
    noView: (kind: string) => `${kind}不能在这里查看。文件已完整保存，可以另存副本后用别的程序打开。`,
  },
} as const;

function noPreview(why: NoPreview, kind: string): string {
  switch (why.reason) {
    case 'unsupported': {
      const what = why.pages !== null && why.pages > 1 ? `${kind}（共 ${why.pages} 页）` : kind;
      return `${what}不能在这里预览，文件已完整保存，可以另存副本`;
    }
    case 'broken':
      return '图片不完整，无法预览；文件照原样保存着，可以另存副本';
    case 'too-large': {
      const size = why.width === null || why.height === null ? '' : `（${why.width} × ${why.height}）`;
      return `图片太大${size}，不生成预览；文件已完整保存，可以另存副本`;
    }
    case 'missing':
      return '档案里找不到这个文件的内容，请做一次“校验全部附件”';
  }
}
