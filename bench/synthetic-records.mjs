/** Made-up honours for measurements, all marked 示例; the same seed gives the same records. */

const LEVELS = ['国家级', '省部级', '市厅级', '县处级'];
const SUBJECTS = ['文明单位', '先进集体', '示范窗口', '优秀品牌', '先进基层党组织', '岗位能手', '模范机关'];
const FIRST_YEAR = 2014;
const YEARS = 12;
const UNITS = 60;

/**
 * @param {number} count @param {number} seed
 * @param {boolean} areDistinct whether no title, body, document number and note comes twice, as in no archive there is
 */
export function syntheticHonors(count, seed = 1, areDistinct = false) {
  const random = createRandom(seed);
  const pick = (/** @type {number} */ below) => Math.floor(random() * below);
  return Array.from({ length: count }, (_, index) => {
    const own = areDistinct ? `之${index + 1}` : '';
    return {
      kind: 'honor',
      title: `示例${FIRST_YEAR + pick(YEARS)}年度${SUBJECTS[pick(SUBJECTS.length)]}第${index + 1}号`,
      level: LEVELS[pick(LEVELS.length)],
      awardedBy: [`示例授予机关${pick(UNITS / 4) + 1}${own}`],
      recipients: [`示例单位${pick(UNITS) + 1}${own}`],
      date: `${FIRST_YEAR + pick(YEARS)}年${pick(12) + 1}月${pick(28) + 1}日`,
      documentNo: `示发〔${FIRST_YEAR + pick(YEARS)}〕${pick(300) + 1}号${own}`,
      note: `示例备注${pick(10_000)}${own}`,
    };
  });
}

/** mulberry32: small, fast, and the same everywhere. @param {number} seed */
export function createRandom(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
