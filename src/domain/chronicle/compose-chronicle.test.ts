import { describe, expect, it } from 'vitest';
import { yearsWindow } from '../dates/date-window.ts';
import type { FuzzyDate } from '../dates/fuzzy-date.ts';
import { chaptersInShort } from '../document/document-fixtures.ts';
import { documentBlocks, documentEntryIds } from '../document/document-tree.ts';
import { recordDate, type Entry } from '../records/archive-record.ts';
import { ENTRY_KINDS } from '../records/record-base.ts';
import { recipient } from '../records/record-fixtures.ts';
import { pick, seededRandom, type Random } from '../search/seeded-random.ts';
import {
  activityOf,
  bodies,
  day,
  halfYear,
  honorOf,
  month,
  planOf,
  span,
  undated,
  wholeYear,
} from '../yearbook/yearbook-fixtures.ts';
import type { ChronicleOptions } from './chronicle-options.ts';
import { composeChronicle } from './compose-chronicle.ts';

const OPTIONS: ChronicleOptions = {
  window: yearsWindow(2022, 2023),
  unit: null,
  level: null,
  kinds: ENTRY_KINDS,
  includeUndated: false,
  title: '示例大事记',
  editor: '示例编纂单位',
  compiledOn: '2024-01-15',
};

describe('the order of a chronicle', () => {
  it('has exact days first, an unknown day at the end of the month, an unknown month at the end of the year', () => {
    const records = [
      activityOf('in-2023', { date: wholeYear(2023) }),
      activityOf('over-years', { date: span('2022—2023年度', '2022-01-01', '2023-12-31') }),
      honorOf('in-may', { date: month('2023-05') }),
      activityOf('half', { date: halfYear(2023, 1) }),
      planOf('may-31', { issued: day('2023-05-31') }),
      honorOf('may-4', { date: day('2023-05-04'), title: '乙' }),
      activityOf('may-4-too', { date: day('2023-05-04'), title: '丙' }),
      activityOf('days', { date: span('2023年5月6日至8日', '2023-05-06', '2023-05-08') }),
      activityOf('year-before', { date: day('2022-12-31') }),
      activityOf('undated', { date: undated('5月') }),
    ];
    const { tree, perChapter, omittedUndated } = composeChronicle(records, OPTIONS);
    expect(chaptersInShort(tree)).toEqual({
      '2022年': ['12月', '31日', 'year-before'],
      '2023年': [
        '5月',
        '4日',
        'may-4-too',
        'may-4',
        '2023年5月6日至8日',
        'days',
        '31日',
        'may-31',
        '本月',
        'in-may',
        '上半年',
        'half',
        '全年及月份待考',
        '本年',
        'in-2023',
        '2022—2023年度',
        'over-years',
      ],
    });
    expect(perChapter).toEqual({ honor: 2, plan: 1, activity: 6, undated: 0 });
    expect(omittedUndated).toBe(1);
  });

  it('holds whatever the dates are, with each event once', () => {
    const random = seededRandom(20_231_231);
    for (let round = 0; round < 60; round += 1) {
      const records = Array.from({ length: 40 }, (_, index) => randomEntry(random, index));
      const { tree, chosen } = composeChronicle(records, { ...OPTIONS, includeUndated: true });
      const ids = documentEntryIds(tree);
      expect(ids.toSorted()).toEqual(chosen.map(({ id }) => id).toSorted());
      const byId = new Map(records.map((record) => [record.id, record]));
      const dates = ids.flatMap((id) => {
        const record = byId.get(id);
        return record && recordDate(record).end !== null ? [recordDate(record)] : [];
      });
      const places = dates.map(placeInTime);
      expect(places).toEqual(places.toSorted());
      const known = ids.findLastIndex((id) => recordDate(byId.get(id) as Entry).end !== null);
      expect(known, 'the undated ones come last').toBe(dates.length - 1);
    }
  });
});

/** Where an event stands, told without the composer's own means; of equal places any order is right. */
function placeInTime({ start, end, precision }: FuzzyDate): string {
  if (start === null || end === null) throw new Error('of unknown year');
  const [year = '', lastMonth = '', lastDay = ''] = end.split('-');
  const isWithinYear = start.startsWith(year);
  if (precision === 'day') return `${year} ${lastMonth} ${lastDay} 0`;
  if (precision === 'month') return `${year} ${lastMonth} 31 1`;
  if (precision === 'half-year') return `${year} ${lastMonth} 32`;
  const months = Number(lastMonth) - Number(start.slice(5, 7));
  if (precision === 'range' && isWithinYear && months < 5) return `${year} ${lastMonth} ${lastDay} 2`;
  return `${year} 13`;
}

function randomEntry(random: Random, index: number): Entry {
  const date = randomDate(random);
  const id = `record-${index}`;
  return pick(random, [
    () => honorOf(id, { date }),
    () => planOf(id, { issued: date }),
    () => activityOf(id, { date }),
  ])();
}

function randomDate(random: Random): FuzzyDate {
  const year = pick(random, [2022, 2023]);
  const number = 1 + random(12);
  const padded = String(number).padStart(2, '0');
  const date = String(1 + random(27)).padStart(2, '0');
  const iso = `${year}-${padded}-${date}`;
  return pick(random, [
    () => day(iso),
    () => month(`${year}-${padded}`),
    () => halfYear(year, pick(random, [1, 2])),
    () => wholeYear(year),
    () => span(`${year}年1月至${number}月`, `${year}-01-01`, iso),
    () => span('示例年度', `${year - 1}-01-01`, iso),
    () => undated('某日'),
  ])();
}

describe('the events of a chronicle', () => {
  const textOf = (record: Entry) =>
    documentBlocks(composeChronicle([record], OPTIONS).tree).flatMap((block) =>
      block.kind === 'entry' ? [`【${block.title}】${block.paragraphs.join('/')}`] : [],
    );

  it('are told in the third person, without the date that the heading has said', () => {
    expect(
      textOf(
        planOf('p', { title: '实施方案', issuers: bodies('示例工委'), documentNo: '示发〔2023〕1号', status: '现行' }),
      ),
    ).toEqual(['【实施方案】由示例工委印发，文号为示发〔2023〕1号。']);
    expect(textOf(activityOf('a', { hosts: bodies('示例工委'), headcount: 30, summary: '交流经验' }))).toEqual([
      '【主题活动】活动由示例工委主办，30人参加。交流经验。',
    ]);
    expect(textOf(honorOf('h', { awardedBy: bodies('省委'), recipients: [recipient('示例局')] }))).toEqual([
      '【先进集体】由省委授予示例局，级别为国家级。',
    ]);
  });

  it('name the first of many recipients', () => {
    const recipients = Array.from({ length: 12 }, (_, index) => recipient(`示例${index + 1}局`));
    expect(textOf(honorOf('h', { recipients })).join('')).toContain('示例10局等12个单位，');
  });

  it('may be of some kinds only, and none at all', () => {
    const records = [honorOf('h'), planOf('p'), activityOf('a')];
    expect(documentEntryIds(composeChronicle(records, { ...OPTIONS, kinds: ['honor'] }).tree)).toEqual(['h']);
    const { tree } = composeChronicle([], OPTIONS);
    expect(tree.chapters).toEqual([]);
    expect(tree.opening.blocks).toEqual([{ kind: 'paragraph', text: '2022—2023年暂无可收录的大事。' }]);
  });
});
