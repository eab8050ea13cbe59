/** Made-up honours with what a good reader makes of them. Everything is marked 示例. */
import { createRandom } from '../../bench/synthetic-records.mjs';

/** @typedef {{ text: string, start: string, end: string }} MadeDate */
/**
 * @typedef {object} Made
 * @property {string} title
 * @property {string} unit
 * @property {string} level
 * @property {string} levelText as a ledger has it
 * @property {string} giver
 * @property {number} year
 * @property {number} month
 * @property {number} day
 * @property {string} documentNo
 */

/** Units that the archive knows, the full name first, then others that it has. */
export const KNOWN_UNITS = [
  ['示例市人力资源和社会保障局', '示例市人社局'],
  ['示例市财政局', '市财政局'],
  ['示例市教育局'],
  ['示例市体育局'],
  ['示例市水务局'],
  ['示例市审计局'],
  ['示例市统计局'],
  ['示例市民政局'],
  ['示例市住房和城乡建设局', '示例市住建局'],
  ['示例市发展和改革委员会', '示例市发改委'],
  ['示例市第一中学'],
  ['示例市第二中学'],
  ['示例市图书馆'],
  ['示例县图书馆'],
  ['示例县李庄镇人民政府'],
  ['示例县张庄镇人民政府'],
];
/** And such that it does not. */
const NEW_UNITS = [
  '示例市卫生健康委员会',
  '示例市市场监督管理局',
  '示例市商务局',
  '示例市司法局',
  '示例市中医医院',
  '示例市人民医院',
  '示例市交通运输局',
  '示例市妇女联合会',
  '示例区行政审批服务局',
  '示例市科学技术协会',
];
const TOPICS =
  '教育 体育 民政 财政 党建 文明创建 平安建设 乡村振兴 信访 保密 档案 统计 审计 节能 双拥 志愿服务 安全生产 营商环境 政务公开 机关事务'.split(
    ' ',
  );
const AWARDS =
  '先进集体 先进单位 示范单位 优秀组织奖 一等奖 二等奖 三等奖 文明单位 文明单位标兵 优秀品牌 模范机关 示范窗口'.split(
    ' ',
  );
/** @type {readonly (readonly [level: string, texts: readonly string[], givers: readonly string[]])[]} */
const LEVELS = [
  ['国家级', ['国家级', '国家级荣誉', '国家'], ['中共示例中央委员会', '示例部']],
  ['省部级', ['省部级', '省级', '省'], ['示例省人民政府', '中共示例省委宣传部']],
  ['市厅级', ['市厅级', '市级', '地市级'], ['示例市人民政府', '中共示例市委组织部']],
  ['县处级', ['县处级', '县级'], ['示例县人民政府', '中共示例县委']],
];
const FIRST_YEAR = 2012;
const YEARS = 13;

/** @param {number} seed */
export function createMaker(seed) {
  const random = createRandom(seed);
  const below = (/** @type {number} */ most) => Math.floor(random() * most);
  /** @template T @param {readonly T[]} list @returns {T} */
  const pick = (list) => /** @type {T} */ (list[below(list.length)]);
  /** @type {Set<string>} */
  const known = new Set();
  const units = [...KNOWN_UNITS.map(([name = '']) => name), ...NEW_UNITS];

  /** An honour that is none of those before. @param {Partial<Made>} [given] @returns {Made} */
  const make = (given = {}) => {
    for (;;) {
      const [level, levelTexts, givers] = given.level ? levelOf(given.level) : pick(LEVELS);
      const year = given.year ?? FIRST_YEAR + below(YEARS);
      const form = below(3);
      const head = form === 0 ? `示例${year}年度` : form === 1 ? `示例第${1 + below(12)}届` : '示例';
      const made = {
        title: `${head}${pick(TOPICS)}工作${pick(AWARDS)}`,
        unit: pick(units),
        level,
        levelText: pick(levelTexts),
        giver: pick(givers),
        month: 1 + below(12),
        day: 1 + below(28),
        documentNo: `示发〔${year}〕${1 + below(900)}号`,
        ...given,
        year,
      };
      const key = `${made.title} ${made.unit} ${year}`;
      if (known.has(key)) continue;
      known.add(key);
      return made;
    }
  };
  return { below, pick, make };
}
/** @typedef {ReturnType<typeof createMaker>} Maker */

/** @param {string} level */
function levelOf(level) {
  const found = LEVELS.find(([name]) => name === level);
  if (!found) throw new Error(level);
  return found;
}

const DIGITS = '〇一二三四五六七八九';
/** @param {number} number below 32 */
const numeral = (number) => {
  const [tens, ones] = [Math.floor(number / 10), number % 10];
  return `${tens > 1 ? DIGITS[tens] : ''}${tens > 0 ? '十' : ''}${ones > 0 ? DIGITS[ones] : ''}`;
};
const two = (/** @type {number} */ number) => String(number).padStart(2, '0');

/** Ways in which ledgers write a day. @type {readonly ((y: number, m: number, d: number) => string)[]} */
const DAYS = [
  (y, m, d) => `${y}年${m}月${d}日`,
  (y, m, d) => `${y}.${m}.${d}`,
  (y, m, d) => `${y}-${two(m)}-${two(d)}`,
  (y, m, d) => `${y}/${m}/${d}`,
  (y, m, d) => `${Array.from(String(y), (digit) => DIGITS[Number(digit)]).join('')}年${numeral(m)}月${numeral(d)}日`,
  (y, m, d) => `${y}年 ${m} 月 ${d} 日`,
];

/** @param {Made} made @param {number} [way] @returns {MadeDate} */
export function dayOf({ year, month, day }, way = 0) {
  const text = (DAYS[way % DAYS.length] ?? String)(year, month, day);
  const iso = `${year}-${two(month)}-${two(day)}`;
  return { text, start: iso, end: iso };
}

/** @param {Pick<Made, 'year' | 'month'>} made @param {number} [way] @returns {MadeDate} */
export function monthOf({ year, month }, way = 0) {
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
  const text = way % 2 === 0 ? `${year}年${month}月` : `${year}-${two(month)}`;
  return { text, start: `${year}-${two(month)}-01`, end: `${year}-${two(month)}-${two(last)}` };
}

/** @param {Pick<Made, 'year'>} made @returns {MadeDate} */
export function yearOf({ year }) {
  return { text: `${year}年`, start: `${year}-01-01`, end: `${year}-12-31` };
}

/** The number by which Excel stores a day. @param {Made} made */
export function serialOf({ year, month, day }) {
  return Date.UTC(year, month - 1, day) / 86_400_000 + 25_569;
}
