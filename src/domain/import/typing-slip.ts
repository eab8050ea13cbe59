import { slipBetween } from '../text/slip-between.ts';

/** How many different texts have this pair of characters side by side. */
export type PairCounts = (pair: string) => number;

const NUMERAL = /[\d〇零一二三四五六七八九十百千万两甲乙丙丁戊己庚辛]/u;
/** Characters by which names and titles tell one thing from its neighbour: one for another of them is no slip. */
const TELLING = new Set(
  '省市县区州乡镇村国局厅部处科室委办院所站馆队上下前后左右内外东西南北中金银铜大小新老男女正副总优特初高先红',
);
/** Without these a name is another's: 市中医院 and 市医院, 特等奖 and 等奖. */
const MADE_OTHER = new Set('省市县区州国东西南北中上下大小新老副总特女');
/** Places and units that are called alike but for one character: 示例县李庄镇 and 示例县张庄镇. */
const OF_PLACE = /(?:镇|乡|村|街道|社区|办事处)[\p{Script=Han}]{0,6}$/u;
/** Words of which one character makes another: 民政 and 财政, 教育 and 体育. */
const WORDS = new Set(
  (
    '财政 民政 审计 统计 教育 体育 水务 税务 商务 政务 公务 党务 事务 司法 公安 平安 工会 农会 学会 协会 卫生 民生 科技 科学 文化 文明 文艺 文旅 交通 ' +
    '林业 农业 工业 商业 就业 企业 事业 环保 环境 信访 信息 先进 先锋 优秀 优胜 优质 集体 个体 标兵 标杆 党员 党建 党校 节水 节能 节约 能手 高手 ' +
    '水利 专利 发展 发改 扶贫 扶持 妇联 侨联 残联 文联 工商 招商 组织 组长 宣传 统战 法制 法治 机关 机构 学习 学校 劳动 活动 运动 示范 模范 规范 ' +
    '书香 书法 歌咏 演讲 征文 竞赛 比赛 大赛 工作 创作 写作 协作 合作 团体 团队'
  ).split(' '),
);

/**
 * Whether one of two texts is the other with a slip of the hand: a character twice or left out, two the wrong way round,
 * or another in its place. Numbers, places and words that both stand elsewhere too are never taken for slips: 第一 and
 * 第二, 教育 and 体育 are different things.
 */
export function isTypingSlip(a: string, b: string, counts: PairCounts): boolean {
  const slip = slipBetween(a, b);
  if (slip === null || Math.min(a.length, b.length) < 3) return false;
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  const at = slip.at;
  if (slip.how === 'replaced') return !OF_PLACE.test(a) && isReplacedBySlip(a, b, at, counts);
  const [one = '', other = ''] = [long[at], slip.how === 'swapped' ? long[at + 1] : short[at]];
  const isDoubled = slip.how === 'missing' && (long[at - 1] === one || long[at + 1] === one);
  // 一一等奖 is no other grade; 第二二期 may be another.
  if (isDoubled && /^[一二三特]$/u.test(one) && /^[等级]$/u.test(long[long[at + 1] === one ? at + 2 : at + 1] ?? ''))
    return true;
  if (NUMERAL.test(one) || (slip.how === 'swapped' && NUMERAL.test(other))) return false;
  if (slip.how === 'swapped') return true;
  return isDoubled || (short.length >= 4 && !MADE_OTHER.has(one));
}

function isReplacedBySlip(a: string, b: string, at: number, counts: PairCounts): boolean {
  const [one = '', other = ''] = [a[at], b[at]];
  if (NUMERAL.test(one) || NUMERAL.test(other)) return false;
  if (TELLING.has(one) && TELLING.has(other)) return false;
  if (!isLetter(one) || !isLetter(other)) return false;
  return !(hasWordAt(a, at) && hasWordAt(b, at)) && !areBothUsual(a, b, at, counts);
}

/** Latin letters number things: A座 and B座. */
function isLetter(character: string): boolean {
  return /^\p{Script=Han}$/u.test(character);
}

function hasWordAt(text: string, at: number): boolean {
  return WORDS.has(text.slice(Math.max(0, at - 1), at + 1)) || WORDS.has(text.slice(at, at + 2));
}

/** A slip that somebody makes again and again is still far rarer than the word that was meant. */
const USUAL_SHARE = 0.1;

/** Whether both characters stand beside the same neighbour in other texts too, as words do and slips hardly ever. */
function areBothUsual(a: string, b: string, at: number, counts: PairCounts): boolean {
  const [one, other] = [usesAt(a, at, counts), usesAt(b, at, counts)];
  const [few, many] = one < other ? [one, other] : [other, one];
  return few > 1 && few >= many * USUAL_SHARE;
}

function usesAt(text: string, at: number, counts: PairCounts): number {
  return Math.max(counts(text.slice(Math.max(0, at - 1), at + 1)), counts(text.slice(at, at + 2)));
}

/** Counts in how many different texts each pair stands; drawn up when it is first asked. */
export function countPairs(texts: () => Iterable<string>): PairCounts {
  let counts: Map<string, number> | null = null;
  return (pair) => {
    if (pair.length < 2) return 0;
    counts ??= drawUp(texts());
    return counts.get(pair) ?? 0;
  };
}

function drawUp(texts: Iterable<string>): Map<string, number> {
  const counts = new Map<string, number>();
  for (const text of new Set(texts)) {
    const pairs = new Set<string>();
    for (let at = 0; at + 1 < text.length; at += 1) pairs.add(text.slice(at, at + 2));
    for (const pair of pairs) counts.set(pair, (counts.get(pair) ?? 0) + 1);
  }
  return counts;
}
