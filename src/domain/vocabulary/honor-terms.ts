/** Which date of an honour is meant. */
export const DATE_MEANINGS = ['不详', '决定日期', '证书日期', '收到日期'] as const;

/** What an honour is on (载体). */
export const CARRIERS = ['证书', '奖牌', '奖杯', '奖状', '奖旗', '奖章'] as const;

/** How far what is recorded has been checked against the evidence. */
export const VERIFICATIONS = ['待核实', '已核实', '有疑问'] as const;

/** What becomes of an honour after it was awarded: outcomes of reviews as seen in decisions. */
export const STATUS_EVENTS = ['保留', '认定（涉改单位）', '黄牌警告', '恢复', '撤销', '自动终止'] as const;
