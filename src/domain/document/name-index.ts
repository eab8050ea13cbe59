import { appendTo } from '../append-to.ts';
import type { RecordId } from '../records/record-base.ts';
import type { IndexBlock, IndexItem } from './document-tree.ts';

/** The first character of each letter's syllables, in the order of pinyin; no syllable begins with I, U or V. */
const FIRST_OF_LETTER = Array.from('阿八嚓哒妸发旮哈讥咔垃妈拿噢妑七呥扨它穵夕丫帀');
const LETTERS = Array.from('ABCDEFGHJKLMNOPQRSTWXYZ');
const OTHER = '#';
/** 单县 is a county of Heze; a place that begins a name is not read as its first character usually is. */
const PLACES = new Map([
  ['单县', '善县'],
  ['重庆', '崇庆'],
  ['长垣', '常垣'],
]);
/** Surnames that are read otherwise than the character usually is, by another one of that reading. */
const SURNAMES = new Map(
  Object.entries({
    曾: '增',
    单: '善',
    仇: '求',
    查: '扎',
    解: '谢',
    区: '欧',
    朴: '瓢',
    盖: '葛',
    覃: '秦',
    乐: '月',
    种: '虫',
    缪: '妙',
    黑: '贺',
    尉: '玉',
  }),
);
/** Characters beyond those that collations know, by another one of the same reading. */
const RARE = new Map([['𠮷', '吉']]);

/**
 * Names in the order of pinyin under the letters that they begin with. What begins with no letter stands at the end.
 *
 * @param areSurnames whether the names begin with surnames
 */
export function nameIndex(entryIds: ReadonlyMap<string, readonly RecordId[]>, areSurnames: boolean): IndexBlock {
  const { compare } = new Intl.Collator('zh-CN-u-co-pinyin');
  const items = [...entryIds]
    .map(([name, ids]) => ({ item: { name, entryIds: ids }, sortAs: readable(name, areSurnames) }))
    .toSorted((a, b) => compare(a.sortAs, b.sortAs) || compare(a.item.name, b.item.name));
  const groups = new Map<string, IndexItem[]>();
  for (const { item, sortAs } of items) appendTo(groups, letterOf(sortAs, compare), item);
  const letters = [...groups].toSorted(([a], [b]) => rank(a) - rank(b));
  return { kind: 'index', groups: letters.map(([letter, members]) => ({ letter, items: members })) };
}

function readable(name: string, areSurnames: boolean): string {
  const [first = '', ...rest] = name;
  const place = PLACES.get(name.slice(0, 2));
  if (!areSurnames && place !== undefined) return place + name.slice(2);
  const read = (areSurnames ? SURNAMES.get(first) : undefined) ?? RARE.get(first) ?? first;
  return read + rest.join('');
}

function letterOf(name: string, compare: (a: string, b: string) => number): string {
  const [first = ''] = name;
  if (/^[a-z]$/i.test(first)) return first.toUpperCase();
  if (!/^\p{Script=Han}$/u.test(first)) return OTHER;
  return LETTERS.findLast((_, index) => compare(first, FIRST_OF_LETTER[index] ?? '') >= 0) ?? OTHER;
}

function rank(letter: string): number {
  return letter === OTHER ? Number.POSITIVE_INFINITY : (letter.codePointAt(0) ?? 0);
}
