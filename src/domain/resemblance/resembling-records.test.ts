import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import type { LedgerRecord } from '../records/archive-record.ts';
import type { Honor } from '../records/honor.ts';
import { recordIdSchema, unitIdSchema } from '../records/record-base.ts';
import { activity, date, FIRST, honor, plan, recipient } from '../records/record-fixtures.ts';
import { startResemblanceSearch, type Resemblance } from './resembling-records.ts';

const id = (name: string) => v.parse(recordIdSchema, `id-${asLetters(name)}`);
const body = (printed: string) => ({ printed, unitId: v.parse(unitIdSchema, `unit-${asLetters(printed)}`) });

function asLetters(text: string): string {
  return Array.from(text, (char) => char.codePointAt(0)?.toString(16)).join('-');
}

/** Has nothing in common with another but what is given; its title is of its own characters. */
function entry(name: string, content: Partial<Honor> = {}): Honor {
  return honor({
    id: id(name),
    title: name.repeat(3),
    documentNo: '',
    date: date('不详'),
    awardedBy: [body(`授予${name}`)],
    recipients: [recipient(`获得${name}`, `unit-${asLetters(name)}`)],
    ...content,
  });
}

/** Many records that have nothing in common, so that counts say something. */
const CROWD = Array.from({ length: 200 }, (_, index) => entry(String.fromCharCode(0x5000 + index)));

function resembling(record: LedgerRecord, others: readonly LedgerRecord[], limit = 20): readonly Resemblance[] {
  const search = startResemblanceSearch(record);
  for (const other of others) search.consider(other);
  return search.best(limit);
}

const NAMES = new Map(['甲', '乙', '丙', '丁'].map((name) => [String(id(name)), name]));
const namesOf = (found: readonly Resemblance[]) => found.map((each) => NAMES.get(each.id));
const reasonsOf = (found: readonly Resemblance[]) => found[0]?.reasons;

describe('records resemble each other', () => {
  it.each([
    ['示例市先进集体', '示例市先进集体', 'same'],
    ['示例市“先进集体”', '示例市先进集体', 'marks'],
    ['示例市先进集体', '关于表彰示例市先进集体', 'contains'],
    ['2019年度示例市先进集体', '2021年度示例市先进集体', 'similar'],
  ] as const)('by title: %s and %s', (title, other, how) => {
    const found = resembling(entry('甲', { title }), [...CROWD, entry('乙', { title: other })]);
    expect(namesOf(found)).toEqual(['乙']);
    expect(reasonsOf(found)).toEqual([{ type: 'title', how }]);
  });

  it('by the number of the document, whatever its marks, across kinds', () => {
    const found = resembling(entry('甲', { documentNo: '示发〔2019〕5号' }), [
      ...CROWD,
      plan({ id: id('乙'), title: '别的方案', documentNo: '示发[2019]5号', issuers: [] }),
    ]);
    expect(namesOf(found)).toEqual(['乙']);
    expect(reasonsOf(found)).toEqual([{ type: 'documentNo', texts: ['示发〔2019〕5号'] }]);
  });

  it('by programme, and more when it is the same time of it', () => {
    const programme = { printed: '示例文明单位', id: id('programme-1') };
    const found = resembling(entry('甲', { programme, round: '第三届' }), [
      ...CROWD,
      entry('乙', { programme, round: '第二届' }),
      entry('丙', { programme: { ...programme, printed: '示例文明单位评选' }, round: '3' }),
    ]);
    expect(namesOf(found)).toEqual(['丙', '乙']);
    expect(reasonsOf(found)).toEqual([
      { type: 'programme', texts: ['示例文明单位'] },
      { type: 'round', texts: ['第三届'] },
    ]);
  });

  it('not by the third time of something else', () => {
    const others = [...CROWD, entry('乙', { round: '第三届' })];
    expect(resembling(entry('甲', { round: '第三届' }), others)).toEqual([]);
  });

  it('by series', () => {
    const found = resembling(activity({ id: id('甲'), title: '甲甲甲', hosts: [], participants: [] }), [
      ...CROWD,
      activity({ id: id('乙'), title: '乙乙乙', hosts: [], participants: [], date: date('2019年') }),
    ]);
    expect(reasonsOf(found)).toEqual([{ type: 'series', texts: ['模范机关故事汇'] }]);
  });

  it('by the unit that has it under another name, and says which year is the same', () => {
    const found = resembling(
      entry('甲', { recipients: [recipient('示例市水务局', 'unit-1')], date: date('2019年3月') }),
      [...CROWD, entry('乙', { recipients: [recipient('示例市水利局', 'unit-1')], date: date('2019年8月') })],
    );
    expect(reasonsOf(found)).toEqual([
      { type: 'owner', texts: ['示例市水务局'] },
      { type: 'year', year: 2019 },
    ]);
  });

  it('by a person', () => {
    const person = { collective: false, recipients: [recipient('示例甲某')] };
    const found = resembling(entry('甲', person), [...CROWD, entry('乙', person)]);
    expect(reasonsOf(found)).toEqual([{ type: 'person', texts: ['示例甲某'] }]);
  });

  it('by the unit of a person, said as that unit', () => {
    const person = { ...recipient('示例甲某', 'unit-1'), unitPrinted: '示例市水务局' };
    const found = resembling(entry('甲', { collective: false, recipients: [person] }), [
      ...CROWD,
      entry('乙', { recipients: [recipient('示例市水利局', 'unit-1')] }),
    ]);
    expect(reasonsOf(found)).toEqual([{ type: 'owner', texts: ['示例市水务局'] }]);
  });
});

describe('how much', () => {
  it('a body that gives every honour says nothing; the unit that has two says a lot', () => {
    const awardedBy = [body('示例市委')];
    const crowd = CROWD.map((each) => ({ ...each, awardedBy }));
    const recipients = [recipient('示例市水务局', 'unit-1')];
    const found = resembling(entry('甲', { awardedBy, recipients }), [
      ...crowd,
      entry('乙', { awardedBy, recipients }),
    ]);
    expect(namesOf(found)).toEqual(['乙']);
    expect(reasonsOf(found)).toEqual([{ type: 'owner', texts: ['示例市水务局'] }]);
  });

  it('kind and year alone are nothing in common', () => {
    const day = date('2019年3月1日');
    expect(
      resembling(
        entry('甲', { date: day }),
        CROWD.map((each) => ({ ...each, date: day })),
      ),
    ).toEqual([]);
  });

  it('more in common comes first; equals are in the order of their ids, whatever order they came in', () => {
    const at = { title: '示例市先进集体', documentNo: '示发〔2019〕5号' };
    const others = [entry('丁', at), entry('丙', { title: at.title }), entry('乙', at), ...CROWD];
    expect(namesOf(resembling(entry('甲', at), others))).toEqual(['丁', '乙', '丙']);
    expect(resembling(entry('甲', at), others)).toEqual(resembling(entry('甲', at), others.toReversed()));
    expect(namesOf(resembling(entry('甲', at), others, 1))).toHaveLength(1);
  });

  it('neither itself nor what is deleted', () => {
    const record = entry('甲', { title: '示例市先进集体' });
    const deleted = entry('乙', { title: '示例市先进集体', deletedAt: FIRST.at });
    expect(resembling(record, [record, deleted, ...CROWD])).toEqual([]);
  });
});
