import { describe, expect, it, test } from 'vitest';
import { checkSeries } from './check-series.ts';
import { dated, DOTS, HYPHENS, issuedCode, recordId, segmentsOf, templateOf } from './filing-fixtures.ts';

function on(number: number, date: string, withdrawn = false) {
  return issuedCode(number, { date: dated(date), withdrawn });
}

function disorderOf(...issued: readonly ReturnType<typeof issuedCode>[]) {
  return checkSeries(HYPHENS, issued).map((finding) =>
    finding.code === 'out-of-order' ? `${finding.id} after ${finding.after.id}` : finding.code,
  );
}

describe('a series in order', () => {
  it('has no findings, in whatever order the codes come', () => {
    const issued = [on(1, '2011.1.4'), on(2, '2011.1.4'), on(3, '2011.2.1'), on(4, '不详')];
    expect(checkSeries(HYPHENS, issued)).toEqual([]);
    expect(checkSeries(HYPHENS, issued.toReversed())).toEqual([]);
    expect(checkSeries(HYPHENS, [])).toEqual([]);
  });
});

describe('gaps', () => {
  it('are found at the beginning and in between, as ranges', () => {
    expect(checkSeries(HYPHENS, [issuedCode(3), issuedCode(4), issuedCode(6)])).toEqual([
      { code: 'gap', series: segmentsOf(), from: 1, to: 2 },
      { code: 'gap', series: segmentsOf(), from: 5, to: 5 },
    ]);
  });

  it('are not where an item was withdrawn', () => {
    expect(checkSeries(HYPHENS, [issuedCode(1), issuedCode(2, { withdrawn: true }), issuedCode(3)])).toEqual([]);
  });

  it('are counted in each series by itself, in the order of the codes', () => {
    const later = segmentsOf({ year: 2012, number: 2 });
    const findings = checkSeries(HYPHENS, [issuedCode(2, { id: recordId('b'), segments: later }), issuedCode(2)]);
    expect(findings).toEqual([
      { code: 'gap', series: segmentsOf(), from: 1, to: 1 },
      { code: 'gap', series: { ...later, number: null }, from: 1, to: 1 },
    ]);
  });

  it('are not where codes of an older template stand', () => {
    const newer = issuedCode(3, { code: 'Z109-WS·2011·Y·BGS-0003' });
    const codes = checkSeries(DOTS, [issuedCode(1), issuedCode(2), newer]).map((finding) => finding.code);
    expect(codes).toEqual(['does-not-fit', 'does-not-fit']);
  });
});

describe('duplicates', () => {
  it('are told with all who have the code', () => {
    const twin = issuedCode(1, { id: recordId('twin') });
    expect(checkSeries(HYPHENS, [issuedCode(1), twin, issuedCode(2)])).toEqual([
      { code: 'duplicate', ids: ['i0001', 'twin'], fileCodes: ['Z109-WS·2011-Y-BGS-0001'] },
    ]);
  });

  it('are found by number after a change of width', () => {
    const wide = issuedCode(1, { id: recordId('wide'), code: 'Z109-WS·2011-Y-BGS-00001' });
    expect(checkSeries(HYPHENS, [issuedCode(1), wide])).toContainEqual({
      code: 'duplicate',
      ids: ['i0001', 'wide'],
      fileCodes: ['Z109-WS·2011-Y-BGS-0001', 'Z109-WS·2011-Y-BGS-00001'],
    });
  });

  it('are found by text in codes of no template', () => {
    const old = (id: string) => issuedCode(1, { id: recordId(id), code: '旧-1', segments: segmentsOf() });
    expect(checkSeries(HYPHENS, [old('a'), old('b')])).toContainEqual({
      code: 'duplicate',
      ids: ['a', 'b'],
      fileCodes: ['旧-1'],
    });
  });

  it('are none when the number of a withdrawn item was given again', () => {
    const gone = issuedCode(1, { id: recordId('gone'), withdrawn: true });
    expect(checkSeries(HYPHENS, [gone, issuedCode(1)])).toEqual([]);
  });
});

describe('codes by themselves', () => {
  it('are told when they do not fit the template, with the reason', () => {
    const short = issuedCode(1, { code: 'Z109-WS·2011-Y-BGS-001' });
    expect(checkSeries(HYPHENS, [short])).toEqual([
      {
        code: 'does-not-fit',
        id: 'i0001',
        fileCode: 'Z109-WS·2011-Y-BGS-001',
        problems: [{ code: 'bad-number', segment: 'number' }],
      },
    ]);
  });

  it('are told when the segments beside them say otherwise', () => {
    const wrong = issuedCode(1, { segments: segmentsOf({ number: 1, year: 2012 }), code: 'Z109-WS·2011-Y-BGS-0001' });
    expect(checkSeries(HYPHENS, [wrong])).toEqual([
      { code: 'segments-disagree', id: 'i0001', fileCode: 'Z109-WS·2011-Y-BGS-0001' },
    ]);
  });

  it('may have more segments beside them than the template has', () => {
    expect(checkSeries(templateOf('{年度}-{件号:4}'), [issuedCode(1, { code: '2011-0001' })])).toEqual([]);
  });

  it('are let alone when they are withdrawn', () => {
    expect(checkSeries(HYPHENS, [issuedCode(1, { code: '旧-1', withdrawn: true })])).toEqual([]);
  });
});

describe('dates against the order of the numbers', () => {
  test('are told with the item that is later', () => {
    expect(checkSeries(HYPHENS, [on(1, '2011.3.1'), on(2, '2011.2.1')])).toEqual([
      {
        code: 'out-of-order',
        id: 'i0002',
        fileCode: 'Z109-WS·2011-Y-BGS-0002',
        after: { id: 'i0001', fileCode: 'Z109-WS·2011-Y-BGS-0001' },
      },
    ]);
  });

  test('count only when they are certain', () => {
    expect(disorderOf(on(1, '2011.5.20'), on(2, '2011.5'), on(3, '2011年'), on(4, '不详'))).toEqual([]);
    expect(disorderOf(on(1, '2011.5.20'), on(2, '2011.4'))).toEqual(['i0002 after i0001']);
  });

  test('are seen past an item of unknown day', () => {
    expect(disorderOf(on(1, '2011.5.20'), on(2, '2011.5'), on(3, '2011.5.3'))).toEqual(['i0003 after i0001']);
  });

  test('are told once for one wrong date', () => {
    expect(disorderOf(on(1, '2011.1.1'), on(2, '2011.12.1'), on(3, '2011.2.1'), on(4, '2011.3.1'))).toEqual([
      'i0003 after i0002',
    ]);
  });

  test('of withdrawn items do not count', () => {
    expect(disorderOf(on(1, '2011.1.1'), on(2, '2011.12.1', true), on(3, '2011.2.1'))).toEqual([]);
  });
});
