/** Kinds of a unit's names: official and full, short, a further name, a known misspelling. */
export const UNIT_NAME_KINDS = ['full', 'short', 'alias', 'misspelling'] as const;

export const UNIT_TYPES = [
  '不详',
  '党委部门',
  '人大机关',
  '政府部门',
  '政协机关',
  '监察机关',
  '审判机关',
  '检察机关',
  '民主党派',
  '群团组织',
  '事业单位',
  '国有企业',
  '其他',
] as const;

export const UNIT_CHANGES = ['更名', '合并', '分设', '撤销'] as const;
