/** Rows that no two imports share. @param {readonly string[]} titles @param {number} round */
export function ledgerOf(titles, round) {
  const rows = titles.map(
    (title, index) =>
      `${title},示例授予机关,国家级,2023年5月,示例单位甲,示发〔2023〕${round * titles.length + index + 1}号`,
  );
  return ['荣誉名称,授予单位,级别,获奖时间,获奖单位,文号', ...rows].join('\n');
}

/** @param {number} round @param {number} rows @returns {readonly string[]} */
export function ledgerTitles(round, rows) {
  return Array.from({ length: rows }, (_, index) => `示例第${round}批荣誉第${index + 1}号`);
}
