import { buildNameTable, createAlphabet, type CharReadings, type NameCell, type NameTable } from './name-table.ts';
import {
  eachOf,
  foldTyped,
  hasEnd,
  isNowhere,
  join,
  meet,
  prepareTyped,
  readChar,
  START,
  type Positions,
  type TypedText,
} from './typed-text.ts';

/** From and up to, in UTF-16 units of the name as it is written. */
export type MatchRange = readonly [start: number, end: number];

export type PinyinMatch = {
  /** The higher the better; comparable between names for the same typed text. 0 when nothing was typed. */
  readonly score: number;
  /** What was matched, in order, touching ranges joined. */
  readonly ranges: readonly MatchRange[];
};

export type RankedMatch<T> = PinyinMatch & { readonly item: T };

export type PinyinMatcher = {
  /** Null when the name does not match; a name matches everything (score 0) as long as nothing is typed. */
  readonly match: (typed: string, name: string) => PinyinMatch | null;
  /** The best matches, best first; equals keep their order, a shorter name before a longer one. */
  readonly rank: <T>(
    typed: string,
    items: readonly T[],
    nameOf: (item: T) => string,
    limit: number,
  ) => readonly RankedMatch<T>[];
};

/** Kinds of match, strongest last: any match of a kind beats every match of the kinds before it. */
const KINDS = [
  'scattered',
  'pinyin-elsewhere',
  'initials-prefix',
  'pinyin-prefix',
  'substring',
  'word-start',
  'prefix',
  'exact',
] as const;
type MatchKind = (typeof KINDS)[number];

/** A match from a cell up to another one; when cells between them were left out, `cells` names those that were not. */
type Found = {
  readonly kind: MatchKind;
  readonly first: number;
  readonly last: number;
  readonly cells: readonly number[] | null;
  readonly bonus: number;
};

const NOTHING_TYPED: Found = { kind: 'scattered', first: 0, last: -1, cells: null, bonus: 0 };

/** Tables of more names than this are dropped: names that were renamed or deleted would stay for ever. */
const MAX_TABLES = 20_000;
/** Two letters stand scattered in nearly every name. */
const MIN_SCATTERED_LETTERS = 3;
const WORD_BONUS = 200;
const WHOLE_BONUS = 100;
const BEST_BONUS = WORD_BONUS + WHOLE_BONUS;

/**
 * Finds names by what is typed: Chinese, pinyin, initials or a mixture (菏泽中院, hezezhongyuan, hzzy, he泽zy), by any
 * reading of each character (单县: shanxian, danxian). As weakest match the characters may stand scattered: 菏中院 or
 * hzzy finds 菏泽市中级人民法院; in pinyin only from the name's first character on, or nearly every name would match.
 *
 * The tables of names are kept, so one matcher should serve all fields. Its readings must not change: when they are
 * loaded later, make a new matcher.
 */
export function createPinyinMatcher(readings: CharReadings): PinyinMatcher {
  const alphabet = createAlphabet(readings);
  const tables = new Map<string, NameTable>();
  let prepared: TypedText | null = null;
  let preparedForms = 0;

  const tableOf = (name: string): NameTable => {
    const known = tables.get(name);
    if (known !== undefined) return known;
    if (tables.size >= MAX_TABLES) tables.clear();
    const table = buildNameTable(name, alphabet);
    tables.set(name, table);
    return table;
  };
  /** After the tables were made: it holds the typed text against all characters that they know. */
  const prepare = (typed: string): TypedText => {
    const text = foldTyped(typed);
    if (prepared?.text !== text || preparedForms !== alphabet.forms.length) prepared = prepareTyped(text, alphabet);
    preparedForms = alphabet.forms.length;
    return prepared;
  };

  return {
    match: (typed, name) => {
      const table = tableOf(name);
      const text = prepare(typed);
      const found = findTogether(text, table) ?? findScattered(text, table);
      return found === null ? null : { score: scoreOf(found, table), ranges: rangesOf(found, table) };
    },
    rank: (typed, items, nameOf, limit) => {
      const candidates = items.map((item) => ({ item, table: tableOf(nameOf(item)) }));
      const text = prepare(typed);
      const findAll = (find: typeof findTogether) =>
        candidates.flatMap(({ item, table }) => {
          const found = find(text, table);
          return found === null ? [] : [{ item, table, found, score: scoreOf(found, table) }];
        });
      const together = findAll(findTogether);
      // Scattered matches stand behind all others: with enough of those, nobody would see them.
      const all = together.length < limit ? [...together, ...findAll(findApart)] : together;
      return (
        all
          .toSorted((a, b) => b.score - a.score)
          .slice(0, Math.max(0, limit))
          // Only for the few that are shown.
          .map(({ item, table, found, score }) => ({ item, score, ranges: rangesOf(found, table) }))
      );
    },
  };
}

/** What was typed, without a gap. */
function findTogether(typed: TypedText, table: NameTable): Found | null {
  if (typed.text === '') return NOTHING_TYPED;
  return findLiteral(typed, table) ?? findPinyin(typed, table);
}

/** What was typed, with gaps, where it does not stand together. */
function findApart(typed: TypedText, table: NameTable): Found | null {
  const found = findScattered(typed, table);
  return found === null || findTogether(typed, table) !== null ? null : found;
}

function findLiteral({ text: typed }: TypedText, { text, cells, cellOf }: NameTable): Found | null {
  const at = text.indexOf(typed);
  if (at === -1) return null;
  const foundAt = (kind: MatchKind, start: number): Found => {
    const [first = 0, last = first] = [cellOf[start], cellOf[start + typed.length - 1]];
    return { kind, first, last, cells: null, bonus: 0 };
  };
  if (at === 0) return foundAt(text.length === typed.length ? 'exact' : 'prefix', 0);
  for (let start = at; start !== -1; start = text.indexOf(typed, start + 1)) {
    if (cells[cellOf[start] ?? 0]?.beginsWord === true && cellOf[start - 1] !== cellOf[start]) {
      return foundAt('word-start', start);
    }
  }
  return foundAt('substring', at);
}

function findPinyin(typed: TypedText, table: NameTable): Found | null {
  if (!typed.isPinyin) return null;
  let best: Found | null = null;
  for (let first = 0; first < table.formIds.length; first += 1) {
    if (typed.mayBegin[table.formIds[first] ?? 0] !== 1) continue;
    const found = readFrom(typed, table, first, false) ?? readFrom(typed, table, first, true);
    if (found === null) continue;
    if (first === 0) return found;
    if (best === null || found.bonus > best.bonus) best = found;
    if (best.bonus === BEST_BONUS) break;
  }
  return best;
}

/** Reads the typed text from one cell on without a gap. */
function readFrom(typed: TypedText, { cells }: NameTable, first: number, withInitials: boolean): Found | null {
  let reached: Positions = START;
  for (let at = first; at < cells.length && !isNowhere(reached); at += 1) {
    const cell = cells[at];
    if (cell === undefined) break;
    reached = readChar(cell.form, typed, reached, withInitials);
    if (!hasEnd(reached, typed)) continue;
    const bonus = (cells[first]?.beginsWord === true ? WORD_BONUS : 0) + (withInitials ? 0 : WHOLE_BONUS);
    return { kind: kindOfPinyin(first, withInitials), first, last: at, cells: null, bonus };
  }
  return null;
}

function kindOfPinyin(first: number, withInitials: boolean): MatchKind {
  if (first > 0) return 'pinyin-elsewhere';
  return withInitials ? 'initials-prefix' : 'pinyin-prefix';
}

/** The characters in their order with others between them. */
function findScattered(typed: TypedText, { cells, formIds, text }: NameTable): Found | null {
  if (typed.isChinese) return findScatteredText(typed.text, text, cells.length);
  if (!typed.isPinyin || typed.text.length < MIN_SCATTERED_LETTERS) return null;
  if (typed.mayBegin[formIds[0] ?? -1] !== 1) return null;
  // What can be reached before each cell is read.
  const before: Positions[] = [];
  let reached: Positions = START;
  for (const cell of cells) {
    before.push(reached);
    const next = readChar(cell.form, typed, reached, true);
    // The first cell is not left out.
    reached = before.length === 1 ? next : join(reached, next);
    if (hasEnd(reached, typed)) return scattered(traceBack(typed, cells, before));
  }
  return null;
}

/** Which cells were read when the last one of `before` reached the end. */
function traceBack(typed: TypedText, cells: readonly NameCell[], before: readonly Positions[]): readonly number[] {
  const matched: number[] = [];
  let goal = typed.end;
  for (let at = before.length - 1; at >= 0; at -= 1) {
    const cell = cells[at];
    const from = before[at];
    if (cell === undefined || from === undefined) break;
    const start = eachOf(from).find((position) => !isNowhere(meet(readChar(cell.form, typed, position, true), goal)));
    // A goal that could be reached without this cell is left to the cells before it.
    if (start === undefined || (at > 0 && !isNowhere(meet(from, goal)))) continue;
    matched.unshift(at);
    goal = start;
  }
  return matched;
}

function findScatteredText(typed: string, text: string, cellCount: number): Found | null {
  const chars = Array.from(typed);
  if (chars.length < 2 || chars.length > cellCount) return null;
  const matched: number[] = [];
  let cell = 0;
  for (const char of text) {
    if (char === chars[matched.length]) matched.push(cell);
    cell += 1;
  }
  return matched.length === chars.length ? scattered(matched) : null;
}

function scattered(cells: readonly number[]): Found {
  return { kind: 'scattered', first: cells[0] ?? 0, last: cells.at(-1) ?? 0, cells, bonus: 0 };
}

/** A thousand for each kind; within a kind early, dense and short names are better. */
function scoreOf(found: Found, table: NameTable): number {
  if (found === NOTHING_TYPED) return 0;
  const { kind, first, last, cells, bonus } = found;
  const length = last - first + 1;
  const matched = cells?.length ?? length;
  const coverage = matched / Math.max(1, table.cells.length);
  return 1_000 * (KINDS.indexOf(kind) + 1) + bonus + (250 * matched) / length + 200 * coverage + 100 / (1 + first);
}

function rangesOf({ first, last, cells: matched }: Found, { cells }: NameTable): readonly MatchRange[] {
  const ranges: [number, number][] = [];
  for (let at = first; at <= last; at += 1) {
    const cell = cells[at];
    if (cell === undefined || matched?.includes(at) === false) continue;
    const before = ranges.at(-1);
    // Several cells may come from one character: ㈱ is 株 in brackets.
    if (before !== undefined && cell.start <= before[1]) before[1] = Math.max(before[1], cell.end);
    else ranges.push([cell.start, cell.end]);
  }
  return ranges;
}
