/**
 * The words of the query language: names of its fields, of what a record may have, of levels, and what joins terms.
 *
 * They are syntax, as keywords are in a programming language, and no messages: a saved search or a script written with
 * them must read the same for ever, whatever the screens say. So they stand here and in no messages file. Of several
 * words for the same the first is the one that is written; the English ones are for scripts.
 */
import { recogniseLevel, type Level } from '../../vocabulary/levels.ts';
import { normalizeForSearch } from '../normalize-text.ts';
import { SEARCHABLE_THINGS, type SearchableField, type SearchableThing } from '../search-expression.ts';

/** What may stand before a colon. `unit` is text within names, or after `=` the unit itself by one of its names. */
export type QueryField = 'kind' | 'year' | 'level' | 'unit' | 'unitId' | SearchableField;

export const FIELD_NAMES: Readonly<Record<QueryField, readonly [string, ...string[]]>> = {
  year: ['年', '年份', '年度', 'year'],
  level: ['级别', 'level'],
  unit: ['单位', 'unit'],
  kind: ['类型', '类别', '种类', 'kind', 'type'],
  round: ['届', '届次', 'round'],
  series: ['系列', 'series'],
  work: ['工作', 'work'],
  status: ['状态', 'status'],
  documentNo: ['文号', 'documentNo'],
  certificateNo: ['证书号', '证书编号', 'certificateNo'],
  place: ['地点', 'place'],
  programme: ['项目', '表彰项目', 'programme', 'program'],
  title: ['标题', '题名', 'title'],
  unitId: ['单位编号', 'unitId'],
};
export const QUERY_FIELDS = Object.keys(FIELD_NAMES) as readonly QueryField[];

const THING_NAMES: Readonly<Record<SearchableThing, string>> = {
  attachment: '附件',
  certificate: '证书',
  documentNo: '文号',
  date: '日期',
  level: '级别',
  link: '关联',
  note: '备注',
};
const HAS_WORDS = ['有', 'has:'] as const;
const LACKS_WORDS = ['缺', '无', '没有', '没', 'no:', 'missing:'] as const;

const OR_WORDS: readonly string[] = ['或', '或者', 'OR'];
const AND_WORDS: readonly string[] = ['AND'];
export const OR_WORD = '或';

export const UNSETTLED_LEVEL = '未定';
const UNSETTLED_LEVELS: readonly string[] = [UNSETTLED_LEVEL, '未定级', '无', '空', 'none'];
const OTHER_LEVEL_NAMES: ReadonlyMap<string, Level> = new Map([
  ['其它', '其他'],
  ['national', '国家级'],
  ['provincial', '省部级'],
  ['ministerial', '省部级'],
  ['municipal', '市厅级'],
  ['county', '县处级'],
  ['other', '其他'],
]);

const FIELDS_BY_NAME: ReadonlyMap<string, QueryField> = new Map(
  QUERY_FIELDS.flatMap((field) => FIELD_NAMES[field].map((name) => [foldWord(name), field] as const)),
);
const LONGEST_FIELD_NAME = Math.max(...Array.from(FIELDS_BY_NAME.keys(), (name) => name.length));

export type Thing = { readonly what: SearchableThing; readonly isThere: boolean };
const THINGS_BY_WORD: ReadonlyMap<string, Thing> = new Map(
  SEARCHABLE_THINGS.flatMap((what) => [...thingWords(what, true, HAS_WORDS), ...thingWords(what, false, LACKS_WORDS)]),
);

/** The form in which words of the language are compared: full-width letters, capitals and what is unseen do not count. */
export function foldWord(word: string): string {
  return normalizeForSearch(word).trim();
}

/** The field of a name as typed before a colon, or null: then the colon is part of a text. */
export function findField(name: string): QueryField | null {
  // Twice as long, because unseen characters may stand between; no longer, because every colon asks.
  return name.length > 2 * LONGEST_FIELD_NAME ? null : (FIELDS_BY_NAME.get(foldWord(name)) ?? null);
}

/** What a word such as 有附件 or no:certificate asks for, or null when it is a text. */
export function findThing(word: string): Thing | null {
  return word.length > 40 ? null : (THINGS_BY_WORD.get(foldWord(word)) ?? null);
}

export function thingWord({ what, isThere }: Thing): string {
  return (isThere ? HAS_WORDS[0] : LACKS_WORDS[0]) + THING_NAMES[what];
}

/** Whether a word joins terms. Latin ones do so only in capitals: "or" may be part of a title. */
export function findOperator(word: string): 'or' | 'and' | null {
  if (OR_WORDS.includes(word)) return 'or';
  return AND_WORDS.includes(word) ? 'and' : null;
}

/** The level that a word stands for (国家级, 国家, national), null for one that is not settled, undefined for none. */
export function findLevel(word: string): Level | null | undefined {
  const folded = foldWord(word);
  if (UNSETTLED_LEVELS.includes(folded)) return null;
  return recogniseLevel(folded) ?? recogniseLevel(`${folded}级`) ?? OTHER_LEVEL_NAMES.get(folded);
}

function thingWords(what: SearchableThing, isThere: boolean, prefixes: readonly string[]) {
  return prefixes.map((prefix) => {
    const name = prefix.endsWith(':') ? what : THING_NAMES[what];
    return [foldWord(prefix + name), { what, isThere }] as const;
  });
}
