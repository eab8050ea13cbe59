import { describe, expect, test } from 'vitest';
import { NO_FILING } from './filing.ts';
import { readFilingFields, type FilingFields } from './filing-fields.ts';
import { segmentsOf } from './filing-fixtures.ts';

const EMPTY: FilingFields = {
  code: '',
  fonds: '',
  category: '',
  year: null,
  retention: '',
  department: '',
  number: null,
  issuedAt: '',
  box: '',
  pages: null,
  secrecy: '',
  isTitleMadeUp: false,
};
const ISSUED: FilingFields = {
  ...EMPTY,
  code: 'Z109-WS·2011-Y-BGS-0001',
  fonds: 'Z109',
  category: 'WS',
  year: 2011,
  retention: '永久',
  department: 'BGS',
  number: 1,
  issuedAt: '2026-01-01T00:00:00Z',
};

describe('plain fields', () => {
  test('are read as a filing', () => {
    expect(readFilingFields(ISSUED)).toEqual({
      ok: true,
      value: {
        ...NO_FILING,
        code: ISSUED.code,
        segments: segmentsOf({ number: 1 }),
        issuedAt: ISSUED.issuedAt,
        retention: '永久',
      },
    });
    expect(readFilingFields(EMPTY)).toEqual({ ok: true, value: NO_FILING });
  });

  test('may use the words of old ledgers', () => {
    expect(readFilingFields({ ...EMPTY, retention: '定期30年', secrecy: '公开' })).toMatchObject({
      value: { retention: '30年', segments: { retention: '30年' }, secrecy: '无' },
    });
  });

  test.each([
    [{ secrecy: '机密★10年' }, 'state-secret', 'secrecy'],
    [{ secrecy: '工作秘密' }, 'work-secret', 'secrecy'],
    [{ secrecy: '一般' }, 'not-a-secrecy', 'secrecy'],
    [{ retention: '长期' }, 'not-a-choice', 'retention'],
    [{ year: 11 }, 'bad-year', 'year'],
    [{ pages: 0 }, 'bad-filing', 'pages'],
    [{ number: 0 }, 'bad-filing', 'number'],
    [{ issuedAt: 'yesterday' }, 'bad-filing', 'issuedAt'],
    [{ box: '盒'.repeat(201) }, 'bad-filing', 'box'],
    [{ issuedAt: '' }, 'bad-filing', ''],
  ])('with %j are refused: %s', (change, code, field) => {
    expect(readFilingFields({ ...ISSUED, ...change })).toEqual({ ok: false, error: [{ code, field }] });
  });

  test('are told all that is wrong with their words', () => {
    const read = readFilingFields({ ...EMPTY, retention: '短期', secrecy: '绝密', year: 3 });
    expect(read.ok ? [] : read.error.map((problem) => problem.field)).toEqual(['retention', 'secrecy', 'year']);
  });
});
