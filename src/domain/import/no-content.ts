/** Words and signs by which a ledger says that a cell has no content. */
export const NOTHING = /^(?:[—\-–/\\]+|无|暂无|空|不详|未知|未定)$/u;
