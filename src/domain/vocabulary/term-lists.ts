/** Lists of words that an office may extend, offered while typing. */
export const TERM_LISTS = ['地点', '届次', '评估结果', '系列', '职务', '存放位置'] as const;
export type TermList = (typeof TERM_LISTS)[number];
