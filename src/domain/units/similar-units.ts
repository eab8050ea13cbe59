import type { Unit } from '../records/unit.ts';
import { doOverlap, periodOf } from './name-validity.ts';
import { unitNameKey } from './unit-directory.ts';
import { unitLine, type Succession } from './unit-line.ts';

/** The place whose name offices leave out: 市财政局 here is 菏泽市财政局. */
const HOME_PLACE = '菏泽市';

/** Official words and what they are shortened to everywhere; the long form first, longer ones before their parts. */
const SHORT_FORMS: readonly (readonly [long: string, short: string])[] = [
  ['人民代表大会常务委员会', '人大常委会'],
  ['人民代表大会', '人大'],
  ['中国人民政治协商会议', '政协'],
  ['人力资源和社会保障', '人社'],
  ['人力资源社会保障', '人社'],
  ['国有资产监督管理', '国资'],
  ['文学艺术界联合会', '文联'],
  ['工业和信息化', '工信'],
  ['发展和改革', '发改'],
  ['住房和城乡建设', '住建'],
  ['自然资源和规划', '自然资源'],
  ['归国华侨联合会', '侨联'],
  ['残疾人联合会', '残联'],
  ['科学技术协会', '科协'],
  ['工商业联合会', '工商联'],
  ['妇女联合会', '妇联'],
  ['纪律检查委员会', '纪委'],
  ['监察委员会', '监委'],
  ['卫生健康', '卫健'],
  ['市场监督管理', '市场监管'],
  ['退役军人事务', '退役军人'],
  ['行政审批服务', '审批'],
  ['应急管理', '应急'],
  ['城市管理', '城管'],
  ['文化和旅游', '文旅'],
  ['交通运输', '交通'],
  ['科学技术', '科技'],
  ['中级人民法院', '中院'],
  ['人民法院', '法院'],
  ['人民检察院', '检察院'],
  ['工作委员会', '工委'],
  ['委员会', '委'],
];

/** What remains of a name when everything that ledgers write in more than one way is taken away. */
export function looseNameKey(name: string): string {
  const bare = unitNameKey(name).replace(/[\p{P}\p{S}]/gu, '');
  const home = bare.replace(/^(?:中国共产党|中共)/u, '').replace(new RegExp(`^(?:山东省)?${HOME_PLACE}`, 'u'), '市');
  return SHORT_FORMS.reduce((text, [long, short]) => text.replaceAll(long, short), home).replace(/^市委市/u, '市');
}

/** Units that may be one and the same, with the names by which they look so. */
export type SimilarUnits = { readonly units: readonly Unit[]; readonly names: readonly string[] };

/**
 * Units that were perhaps entered twice. Conservative: names must be the same but for the place (菏泽市财政局 and
 * 市财政局), for usual short forms (人力资源和社会保障局 and 人社局) and for signs. Units that had their names at
 * different times, or that came out of each other, are no duplicates.
 */
export function findSimilarUnits(units: readonly Unit[], succession: Succession): readonly SimilarUnits[] {
  const byKey = new Map<string, Unit[]>();
  for (const unit of units) {
    for (const key of new Set(unit.names.map(({ name }) => looseNameKey(name)))) {
      // A single character or two (市委) would bring strangers together.
      if (key.length < 3) continue;
      byKey.set(key, [...(byKey.get(key) ?? []), unit]);
    }
  }
  const groups = new Map<string, { units: readonly Unit[]; names: Set<string> }>();
  for (const [key, bearers] of byKey) {
    const alike = bearers.filter((unit) =>
      bearers.some((other) => other !== unit && mayBeOne(unit, other, key, succession)),
    );
    if (alike.length < 2) continue;
    const id = alike
      .map((unit) => unit.id)
      .toSorted()
      .join(' ');
    const names = alike.flatMap((unit) =>
      unit.names.map(({ name }) => name).filter((name) => looseNameKey(name) === key),
    );
    const known = groups.get(id);
    for (const name of names) known?.names.add(name);
    if (!known) groups.set(id, { units: alike, names: new Set(names) });
  }
  return [...groups.values()].map((group) => ({ units: group.units, names: [...group.names] }));
}

function mayBeOne(unit: Unit, other: Unit, key: string, succession: Succession): boolean {
  if (unitLine(unit.id, succession).ids.includes(other.id)) return false;
  const periods = (one: Unit) =>
    one.names.filter(({ name }) => looseNameKey(name) === key).map((name) => periodOf(one, name));
  return periods(unit).some((period) => periods(other).some((another) => doOverlap(period, another)));
}
