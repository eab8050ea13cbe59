/** Every word that the list of certificates adds to the records' own. */
export const CERTIFICATE_LIST_TERMS = {
  title: '菏泽市直机关荣誉证书清单',
  subject: (window: string) => `${window}荣誉证书`,
  total: (honors: number, files: number) => `共有荣誉${honors}项，证书和奖牌照片${files}件`,
  lacking: (count: number) => `其中${count}项没有证书附件，列于末尾`,
  undated: (count: number) => `年份待考的${count}项列于各部分末尾`,
  certified: (count: number) => `有证书附件的荣誉（${count}项）`,
  uncertified: (count: number) => `没有证书附件的荣誉（${count}项）`,
  columns: ['序号', '荣誉名称', '获奖单位或个人', '授予单位', '级别', '时间', '证书编号'],
  picture: '证书',
  none: '没有符合范围的荣誉。',
} as const;
