import { describe, expect, it } from 'vitest';
import { FINDABLE_KINDS } from '../../records/record-base.ts';
import { LEVELS } from '../../vocabulary/levels.ts';
import {
  SEARCHABLE_FIELDS,
  SEARCHABLE_THINGS,
  type FilterCondition,
  type SearchExpression,
} from '../search-expression.ts';
import { completeSearchText } from './complete-search-text.ts';
import { filtersOf, withFilter, withoutPart } from './edit-search-text.ts';
import { formatSearchExpression } from './format-search-expression.ts';
import { normalizeExpression } from './normalize-expression.ts';
import { parseSearchText } from './parse-search-text.ts';
import { QUERY_CONTEXT } from './query-fixtures.ts';
import { pick, seededRandom, type Random } from '../seeded-random.ts';

function several<T>(random: Random, below: number, make: () => T): readonly T[] {
  return Array.from({ length: random(below) }, make);
}

const MARKS = '()（）"＂“”「」『』-－−:：|｜,，、=＝. \u3000\t\n*\\甲乙市a1';
const WORDS =
  '年/级别/单位/类型/标题/单位编号/2019/../国家级/市水务局示例/活动/或/OR/AND/有附件/缺证书/ 或 / -/年:2019/单位：/二〇一九';
const UNSEEN = '𠮷/\ud842/\udfb7/\u0000/\u200b/\uffff';
const PIECES = [...Array.from(MARKS), ...WORDS.split('/'), ...UNSEEN.split('/')];

function randomText(random: Random, below: number): string {
  return several(random, below, () => pick(random, PIECES)).join('');
}

function randomCondition(random: Random): FilterCondition {
  switch (random(7)) {
    case 0:
      return { type: 'kind', kinds: several(random, 4, () => pick(random, FINDABLE_KINDS)) };
    case 1: {
      const year = () => (random(4) === 0 ? null : 1990 + random(40));
      return { type: 'year', from: year(), to: year() };
    }
    case 2:
      return { type: 'level', levels: several(random, 4, () => pick(random, [...LEVELS, null])) };
    case 3:
      return { type: 'unitName', text: randomText(random, 5) };
    case 4:
      return {
        type: 'unit',
        unitId: pick(random, ['unit-water', 'unit-school', 'unit-old', 'unit-spaced', 'none', 'a b', '']),
      };
    case 5:
      return { type: 'field', field: pick(random, SEARCHABLE_FIELDS), text: randomText(random, 5) };
    default:
      return { type: 'has', what: pick(random, SEARCHABLE_THINGS), isThere: random(2) === 0 };
  }
}

function randomExpression(random: Random, depth: number): SearchExpression {
  const choice = depth === 0 ? 3 + random(2) : random(6);
  const parts = () => several(random, 4, () => randomExpression(random, depth - 1));
  switch (choice) {
    case 0:
      return { type: 'all', parts: parts() };
    case 1:
      return { type: 'any', parts: parts() };
    case 2:
      return { type: 'not', part: randomExpression(random, depth - 1) };
    case 3:
      return { type: 'text', text: randomText(random, 6), isPhrase: random(2) === 0 };
    default:
      return randomCondition(random);
  }
}

const SEEDS = [1, 20, 300];
/** Milliseconds. Each takes a fifth of a second on a machine of its own, which tests rarely have. */
const PATIENCE = 30_000;

describe.each(SEEDS)('whatever is asked for (seed %d)', { timeout: PATIENCE }, (seed) => {
  it('can be written down and read again', () => {
    const random = seededRandom(seed);
    for (let round = 0; round < 1_000; round += 1) {
      const expression = randomExpression(random, 4);
      const text = formatSearchExpression(expression, QUERY_CONTEXT);
      const normalized = normalizeExpression(expression);
      const { expression: again, problems } = parseSearchText(text, QUERY_CONTEXT);
      expect({ text, asked: again, problems }).toEqual({ text, asked: normalized, problems: [] });
      expect(normalizeExpression(normalized)).toEqual(normalized);
      expect(formatSearchExpression(again, QUERY_CONTEXT)).toBe(text);
    }
  });
});

describe.each(SEEDS)('whatever is typed (seed %d)', { timeout: PATIENCE }, (seed) => {
  it('is read, with its parts and problems inside the text, parts in order and apart', () => {
    const random = seededRandom(seed);
    for (let round = 0; round < 2_000; round += 1) {
      const text = randomText(random, 24);
      const { expression, parts, problems } = parseSearchText(text, QUERY_CONTEXT);
      let done = 0;
      for (const { start, end } of parts) {
        expect({ text, isApart: start >= done && end > start && end <= text.length }).toEqual({ text, isApart: true });
        done = end;
      }
      for (const { start, end } of problems) {
        expect({ text, isInside: start >= 0 && end > start && end <= text.length }).toEqual({ text, isInside: true });
      }
      expect(normalizeExpression({ type: 'all', parts: parts.map((part) => part.expression) })).toEqual(expression);
    }
  });

  it('asks for the same when it is written down in its one form', () => {
    const random = seededRandom(seed);
    for (let round = 0; round < 1_000; round += 1) {
      const text = randomText(random, 16);
      const { expression } = parseSearchText(text, QUERY_CONTEXT);
      const written = formatSearchExpression(expression, QUERY_CONTEXT);
      expect({ text, asked: parseSearchText(written, QUERY_CONTEXT).expression }).toEqual({ text, asked: expression });
    }
  });

  it('loses exactly the part that is removed', () => {
    const random = seededRandom(seed);
    for (let round = 0; round < 600; round += 1) {
      const text = randomText(random, 16);
      const { parts } = parseSearchText(text, QUERY_CONTEXT);
      if (parts.length === 0) continue;
      const removed = pick(random, parts);
      const rest = withoutPart(text, removed, QUERY_CONTEXT);
      expect({ text, rest, asked: parseSearchText(rest, QUERY_CONTEXT).expression }).toEqual({
        text,
        rest,
        asked: normalizeExpression({
          type: 'all',
          parts: parts.filter((part) => part !== removed).map((part) => part.expression),
        }),
      });
    }
  });

  it('has a filter after it was set, and all other parts still', () => {
    const random = seededRandom(seed);
    for (let round = 0; round < 600; round += 1) {
      const text = randomText(random, 16);
      const year = 1990 + random(40);
      const narrowed = parseSearchText(
        withFilter(text, { type: 'year', from: year, to: year }, QUERY_CONTEXT),
        QUERY_CONTEXT,
      );
      expect({ text, years: filtersOf(narrowed).years }).toEqual({ text, years: [{ from: year, to: year }] });
      const before = filtersOf(parseSearchText(text, QUERY_CONTEXT));
      expect({ text, ...filtersOf(narrowed), years: null }).toEqual({ text, ...before, years: null });
    }
  });

  it('has suggestions that take the place of something inside the text', () => {
    const random = seededRandom(seed);
    const vocabulary = {
      values: { unit: [{ name: '市水务局示例', count: 1 }], level: [{ name: '国家级', count: 2 }] },
      recent: ['年:2019 市'],
    };
    for (let round = 0; round < 2_000; round += 1) {
      const text = randomText(random, 10);
      const caret = random(text.length + 1);
      for (const { range, label, insert } of completeSearchText(text, caret, vocabulary)) {
        const isInside = range[0] >= 0 && range[0] <= caret && caret <= range[1] && range[1] <= text.length;
        expect({ text, caret, isInside }).toEqual({ text, caret, isInside: true });
        expect(insert).not.toBe('');
        expect(label.every((piece) => piece.text !== '')).toBe(true);
      }
    }
  });
});
