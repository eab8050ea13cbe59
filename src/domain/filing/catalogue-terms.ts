/** Every word that the catalogue of filed items (归档文件目录) adds to the records' own. */
export const CATALOGUE_TERMS = {
  title: '归档文件目录',
  subject: '归档文件目录',
  fonds: (fonds: string) => `全宗号 ${fonds}`,
  year: (year: number) => `${year}年度`,
  retention: (retention: string) => `保管期限 ${retention}`,
  total: (items: number) => `共${items}件`,
  pages: (pages: number, items: number) => `有页数的${items}件共${pages}页`,
  none: '没有编好档号的归档文件。',
} as const;
