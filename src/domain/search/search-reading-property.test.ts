import { expect, it } from 'vitest';
import type { Honor } from '../records/honor.ts';
import { blank, recipient } from '../records/record-fixtures.ts';
import { foldText } from './fold-text.ts';
import { normalizeForSearch } from './normalize-text.ts';
import { createSearchEngine, type SearchEngine } from './search-engine.ts';
import { pick, seededRandom, type Random } from './seeded-random.ts';

// Few characters with few letters, so that random names and terms meet; some are read in several ways or not at all.
const READINGS: Readonly<Record<string, readonly string[]>> = {
  检: ['jian'],
  监: ['jian'],
  察: ['cha'],
  茶: ['cha'],
  院: ['yuan'],
  元: ['yuan'],
  安: ['an'],
  县: ['xian', 'xuan'],
  单: ['dan', 'shan'],
  市: ['shi'],
  绿: ['lv'],
  阿: ['a', 'e'],
};
const CHARACTERS = [...Object.keys(READINGS), '縣', 'a', '3', ' ', '（'];
const SOUNDS = ['jian', 'cha', 'yuan', 'an', 'xian', 'dan', 'shan', 'shi', 'lv', 'lu', 'a'];
const SHORTS = ['j', 'c', 'ch', 'y', 'a', 'x', 'd', 's', 'sh', 'l', '检', '市', '3', 'jia', 'yu'];

const readingsOf = (char: string) => READINGS[char === '縣' ? '县' : char] ?? [];

function join(random: Random, pieces: readonly string[], length: number): string {
  return Array.from({ length }, () => pick(random, pieces)).join('');
}

function randomHonors(random: Random, count: number, characters = CHARACTERS): readonly Honor[] {
  return Array.from({ length: count }, (_, index) =>
    blank('honor', `hon-${index}`, {
      title: join(random, characters, 1 + random(5)),
      recipients: [recipient(join(random, characters, 1 + random(4)), null)],
      note: join(random, characters, random(8)),
    }),
  );
}

/** Half of them behind an index, the rest changed since. */
function engineOf(honors: readonly Honor[]): SearchEngine {
  const engine = createSearchEngine();
  for (const honor of honors.slice(0, honors.length / 2)) engine.put(honor);
  engine.compact();
  for (const honor of honors.slice(honors.length / 2)) engine.put(honor);
  engine.setReadings(readingsOf);
  return engine;
}

function fold(text: string): string {
  return foldText(normalizeForSearch(text));
}

const spellingsOf = (char: string) =>
  readingsOf(char).flatMap((syllable) => [syllable, syllable.replace('v', 'u'), syllable.replace(/(?<=[jqxy])u/, 'v')]);

/** Whether some of the characters, from the first on, are read as what is typed; plainly as the rule is written. */
function isReadAs(typed: string, name: string, isFirst = true): boolean {
  const [char] = name;
  if (char === undefined) return false;
  const wholes = [char, ...spellingsOf(char)];
  const shorts = spellingsOf(char).flatMap((syllable) =>
    syllable.charAt(1) === 'h' ? [syllable.charAt(0), syllable.slice(0, 2)] : [syllable.charAt(0)],
  );
  if (wholes.includes(typed)) return true;
  if (!isFirst && (shorts.includes(typed) || spellingsOf(char).some((syllable) => syllable.startsWith(typed))))
    return true;
  return [...wholes, ...shorts].some(
    (spelling) =>
      typed.length > spelling.length &&
      typed.startsWith(spelling) &&
      isReadAs(typed.slice(spelling.length), name.slice(1), false),
  );
}

function startsOf(text: string): readonly string[] {
  return Array.from(text, (_, start) => text.slice(start));
}

it.each([1, 2, 3, 4])('finds by pinyin what reading every name finds (seed %d)', { timeout: 60_000 }, (seed) => {
  const random = seededRandom(seed);
  const honors = randomHonors(random, 120);
  const engine = engineOf(honors);
  let found = 0;
  for (let round = 0; round < 150; round += 1) {
    const typed = join(random, [...SOUNDS, ...SHORTS], 1 + random(4));
    const letters = typed.replace(/[^a-z]/g, '').length;
    const isText = ({ title, recipients, note }: Honor) =>
      [title, ...recipients.map(({ printed }) => printed), note].some((text) => fold(text).includes(typed));
    const isPinyin = ({ title, recipients }: Honor) =>
      letters > 1 &&
      [title, ...recipients.map(({ printed }) => printed)].some((name) =>
        startsOf(fold(name)).some((rest) => isReadAs(typed, rest)),
      );
    const byText = honors.filter(isText).map(({ id }) => id);
    const byPinyin = honors.filter((honor) => !isText(honor) && isPinyin(honor)).map(({ id }) => id);
    const { hits, total } = engine.search({ expression: { type: 'text', text: typed, isPhrase: false }, limit: 500 });
    const idsOf = (wanted: boolean) => hits.filter((hit) => hit.isPinyin === wanted).map(({ id }) => id);
    expect({ typed, ids: idsOf(false).toSorted() }).toEqual({ typed, ids: byText.toSorted() });
    expect({ typed, ids: idsOf(true).toSorted() }).toEqual({ typed, ids: byPinyin.toSorted() });
    expect(hits.map((hit) => hit.isPinyin)).toEqual([...byText.map(() => false), ...byPinyin.map(() => true)]);
    expect(total).toBe(hits.length);
    found += byPinyin.length;
  }
  expect(found).toBeGreaterThan(300);
});

/** How many characters have to be changed, left out, put in or exchanged with a neighbour. */
function editDistance(a: string, b: string): number {
  const rows = Array.from({ length: a.length + 1 }, (_, row) =>
    Array.from({ length: b.length + 1 }, (__, at) => row + at),
  );
  const cell = (row: number, at: number) => rows[row]?.[at] ?? 0;
  for (let row = 1; row <= a.length; row += 1) {
    for (let at = 1; at <= b.length; at += 1) {
      const cost = a.charAt(row - 1) === b.charAt(at - 1) ? 0 : 1;
      const isExchanged =
        row > 1 && at > 1 && a.charAt(row - 1) === b.charAt(at - 2) && a.charAt(row - 2) === b.charAt(at - 1);
      (rows[row] as number[])[at] = Math.min(
        cell(row - 1, at) + 1,
        cell(row, at - 1) + 1,
        cell(row - 1, at - 1) + cost,
        isExchanged ? cell(row - 2, at - 2) + 1 : Infinity,
      );
    }
  }
  return cell(a.length, b.length);
}

function soundsLike(a: string, b: string): boolean {
  return (
    a.length === b.length &&
    Array.from(a).every((char, at) => {
      const other = b.charAt(at);
      return char === other || readingsOf(char).some((syllable) => readingsOf(other).includes(syllable));
    })
  );
}

function partsOf(text: string): readonly string[] {
  return startsOf(text).flatMap((rest) => Array.from(rest, (_, at) => rest.slice(0, at + 1)));
}

it.each([1, 2, 3, 4])(
  'offers as near what the edit distance and the sound of every text offer (seed %d)',
  { timeout: 60_000 },
  (seed) => {
    const random = seededRandom(seed);
    const chinese = CHARACTERS.filter((char) => /\p{Script=Han}/u.test(char) && char !== '縣');
    const honors = randomHonors(random, 40);
    const engine = engineOf(honors);
    let found = 0;
    for (let round = 0; round < 150; round += 1) {
      const typed = join(random, chinese, 2 + random(4));
      const { total, near } = engine.search({
        expression: { type: 'text', text: typed, isPhrase: false },
        limit: 500,
        withNear: true,
      });
      const isNear = (part: string) =>
        soundsLike(part, typed) ||
        (typed.length > 2 && Math.abs(part.length - typed.length) < 2 && editDistance(part, typed) < 2);
      const expected = honors.filter(({ title, recipients, note }) =>
        [title, ...recipients.map(({ printed }) => printed), note].some((text) => partsOf(fold(text)).some(isNear)),
      );
      expect({ typed, near: near?.total ?? 0 }).toEqual({ typed, near: total === 0 ? expected.length : 0 });
      if (near === null) continue;
      found += near.total;
      expect(near.hits).toHaveLength(Math.min(20, near.total));
      const ids = expected.map(({ id }): string => id);
      expect(near.hits.every(({ id }) => ids.includes(id))).toBe(true);
      expect(new Set(near.hits.map(({ id }) => id)).size).toBe(near.hits.length);
    }
    expect(found).toBeGreaterThan(80);
  },
);

/** All ways to spell characters in whole syllables. */
function readAll(text: string): readonly string[] {
  return Array.from(text).reduce<readonly string[]>(
    (before, char) => before.flatMap((start) => spellingsOf(char).map((spelling) => start + spelling)),
    [''],
  );
}

it.each([1, 2, 3])(
  'offers for pinyin what differs from a whole reading in one letter (seed %d)',
  { timeout: 60_000 },
  (seed) => {
    const random = seededRandom(seed);
    // A letter of one that is a syllable by itself, or of none, is no slip in a syllable.
    const characters = Object.keys(READINGS).filter((char) => char !== '阿');
    const honors = randomHonors(random, 30, [...characters, ' ', '（']);
    const engine = engineOf(honors);
    const readingsIn = honors.map(({ id, title, recipients, note }) => ({
      id,
      read: [title, ...recipients.map(({ printed }) => printed), note]
        .flatMap((text) => partsOf(fold(text)))
        .filter((part) => part.length > 1 && part.length < 6)
        .flatMap(readAll),
    }));
    let found = 0;
    for (let round = 0; round < 60; round += 1) {
      const letters = Array.from(join(random, SOUNDS, 2 + random(2)));
      letters.splice(random(letters.length), random(2), ...pick(random, [[], ['n'], ['q']]));
      const typed = letters.join('');
      const { total, near } = engine.search({
        expression: { type: 'text', text: typed, isPhrase: false },
        limit: 500,
        withNear: true,
      });
      if (total > 0 || typed.length < 5) continue;
      const expected = readingsIn.filter(({ read }) =>
        read.some((reading) => Math.abs(reading.length - typed.length) < 2 && editDistance(reading, typed) < 2),
      );
      expect({ typed, near: near?.total ?? 0 }).toEqual({ typed, near: expected.length });
      found += expected.length;
    }
    expect(found).toBeGreaterThan(10);
  },
);
