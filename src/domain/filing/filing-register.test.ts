import { describe, expect, it, test } from 'vitest';
import type { FilingItem } from '../records/filing-item.ts';
import { FIRST, honor } from '../records/record-fixtures.ts';
import { firstRevision } from '../records/build-record.ts';
import { HYPHENS, recordId } from './filing-fixtures.ts';
import { catalogueItem, filingToFields, openRegister, storedCode, storedFields } from './filing-register.ts';
import { readFilingFields } from './filing-fields.ts';
import { planIssue } from './plan-issue.ts';
import { DEFAULT_FILING_SETTINGS } from './filing-settings.ts';

const UNDONE = { deletedAt: FIRST.at, deleteReason: null };
const WITHDRAWN = { deletedAt: FIRST.at, deleteReason: '示例：编错全宗' };

function filed(number: number, change: Partial<FilingItem> = {}): FilingItem {
  return {
    kind: 'filingItem',
    id: recordId(`item-${number}`),
    ...firstRevision(FIRST),
    owner: { printed: '示例荣誉', id: recordId(`honor-${number}`) },
    code: `Z109-WS·2011-Y-BGS-${String(number).padStart(4, '0')}`,
    fonds: 'Z109',
    category: 'WS',
    year: 2011,
    retention: '永久',
    department: 'BGS',
    number,
    issuedAt: FIRST.at,
    box: '',
    pages: null,
    secrecy: '无',
    isTitleMadeUp: false,
    note: '',
    ...change,
  };
}

const uncoded = { code: '', number: null, issuedAt: '', fonds: '', category: '', department: '' } as const;
const everyOwner = (id: string) => honor({ id: recordId(id) });
const registerOf = (items: readonly FilingItem[], ownerOf: Parameters<typeof openRegister>[2] = everyOwner) =>
  openRegister(HYPHENS, items, ownerOf);

/** The number that the next item of the series gets. */
function nextNumber(items: readonly FilingItem[], ownerOf: Parameters<typeof openRegister>[2] = everyOwner) {
  const settings = { ...DEFAULT_FILING_SETTINGS, fonds: 'Z109', department: 'BGS' };
  const { title, date } = honor();
  const candidate = { id: recordId('next'), title, date, year: 2011, retention: '永久', department: '' } as const;
  return planIssue(settings, [candidate], registerOf(items, ownerOf).issued).series[0]?.proposals[0]?.segments.number;
}

describe('a number', () => {
  it('is the next after the highest', () => {
    expect(nextNumber([])).toBe(1);
    expect(nextNumber([filed(1), filed(2)])).toBe(3);
  });

  it('comes back when its issue was undone and nothing stands above it', () => {
    expect(nextNumber([filed(1), filed(2, UNDONE), filed(3, UNDONE)])).toBe(2);
    expect(registerOf([filed(1), filed(2, UNDONE)]).returned.map(({ number }) => number)).toEqual([2]);
  });

  it('stays empty when something was issued above it since', () => {
    const items = [filed(1, UNDONE), filed(2)];
    expect(nextNumber(items)).toBe(3);
    const { returned, withdrawn } = registerOf(items);
    expect([returned, withdrawn].map((list) => list.map(({ number }) => number))).toEqual([[], [1]]);
  });

  it('stays empty when it was withdrawn with a reason, even at the end of its series', () => {
    expect(nextNumber([filed(1), filed(2, WITHDRAWN)])).toBe(3);
  });

  it('stays empty when its record was deleted', () => {
    const isGone = (id: string) => (id === 'honor-2' ? null : everyOwner(id));
    expect(nextNumber([filed(1), filed(2)], isGone)).toBe(3);
    expect(registerOf([filed(1), filed(2)], isGone).withdrawn.map(({ id }) => id)).toEqual(['item-2']);
  });

  it('is judged series by series', () => {
    const other = { ...UNDONE, retention: '10年', code: 'Z109-WS·2011-D10-BGS-0001', id: recordId('other') };
    expect(registerOf([filed(5), filed(1, other)]).returned.map(({ id }) => id)).toEqual(['other']);
  });
});

describe('the item of a record', () => {
  test('is the one with a code, whichever comes first', () => {
    const noted = filed(7, { id: recordId('noted'), owner: { printed: '', id: recordId('honor-1') }, ...uncoded });
    for (const items of [
      [noted, filed(1)],
      [filed(1), noted],
    ]) {
      expect(registerOf(items).itemOf.get('honor-1')?.id).toBe('item-1');
    }
    expect(registerOf([noted]).itemOf.get('honor-1')?.id).toBe('noted');
    expect(registerOf([noted]).issued).toEqual([]);
  });

  test('is none once it is withdrawn', () => {
    expect(registerOf([filed(1, WITHDRAWN)]).itemOf.size).toBe(0);
  });
});

test('stored fields are read as a filing and written back unchanged', () => {
  for (const item of [filed(1, { box: '3', pages: 12 }), filed(2, { ...uncoded, retention: '' })]) {
    const read = readFilingFields(storedFields(item));
    expect(read.ok && filingToFields(read.value)).toEqual(storedFields(item));
    expect(read.ok && storedCode(item)).toMatchObject(read.ok ? { code: read.value.code } : {});
  }
});

test('the catalogue takes the paper from the record and the marking from the item', () => {
  expect(catalogueItem(filed(1, { pages: 4, secrecy: '内部', note: '示例备注' }), honor())).toMatchObject({
    id: 'honor-1',
    code: 'Z109-WS·2011-Y-BGS-0001',
    documentNo: '中组发〔2021〕5号',
    responsible: '中共中央组织部',
    title: '全国先进基层党组织',
    secrecy: '内部',
    pages: 4,
    note: '示例备注',
  });
});
