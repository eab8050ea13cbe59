/** Kinds of work plan: 工作方案, 推进办法, 考核机制 and everything else. */
export const PLAN_KINDS = ['方案', '办法', '机制', '其他'] as const;
export type PlanKind = (typeof PLAN_KINDS)[number];

export const PLAN_STATUSES = ['现行', '已修订', '已废止', '不详'] as const;
export type PlanStatus = (typeof PLAN_STATUSES)[number];
