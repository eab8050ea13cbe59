import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { FILE_CODE_PRESETS } from './file-code-template.ts';
import { DEFAULT_FILING_SETTINGS, filingSettingsSchema, settingsTemplate } from './filing-settings.ts';

describe('filing settings', () => {
  test('have defaults for everything', () => {
    expect(v.parse(filingSettingsSchema, {})).toEqual(DEFAULT_FILING_SETTINGS);
    expect(DEFAULT_FILING_SETTINGS).toEqual({
      template: '{全宗号}-{门类}·{年度}-{保管期限}-{机构}-{件号}',
      fonds: '',
      category: 'WS',
      department: '',
      numberWidth: 4,
    });
  });

  test('are tidied: half-width capitals for codes, no blanks around', () => {
    expect(
      v.parse(filingSettingsSchema, { fonds: ' ｚ１０９', category: 'ws ', department: ' 办公室\n' }),
    ).toMatchObject({
      fonds: 'Z109',
      category: 'WS',
      department: '办公室',
    });
  });

  test.each([
    ['a fonds of another shape', { fonds: '109' }, 'bad-fonds', 'fonds'],
    ['a template without a number', { template: '{年度}' }, 'missing-number', 'template'],
    ['a template of another width', { template: '{件号:5}' }, 'width-disagrees', 'template'],
    ['no template', { template: ' ' }, 'empty-template', 'template'],
    ['a template without end', { template: '-'.repeat(201) }, 'too-long', 'template'],
    ['a width out of bounds', { numberWidth: 6 }, 'bad-width', 'numberWidth'],
    ['a width that is none', { numberWidth: 3.5 }, 'bad-width', 'numberWidth'],
    ['a separator in the category', { category: 'KJ·JJ' }, 'holds-separator', 'category'],
    ['a separator in the department', { department: 'B-S' }, 'holds-separator', 'department'],
    ['a blank in the department', { department: '办 公室' }, 'bad-character', 'department'],
    ['a department that is no text', { department: 1 }, 'not-text', 'department'],
  ])('with %s are refused', (_what, change, message, field) => {
    const { issues = [] } = v.safeParse(filingSettingsSchema, change);
    expect(issues.map((issue) => [issue.message, v.getDotPath(issue)])).toEqual([[message, field]]);
  });

  test('with several things wrong are told all of them', () => {
    const { issues = [] } = v.safeParse(filingSettingsSchema, { category: 'A-B', department: 'C-D' });
    expect(issues.map((issue) => v.getDotPath(issue))).toEqual(['category', 'department']);
  });

  test('may have a separator of another template in a segment', () => {
    expect(v.is(filingSettingsSchema, { template: '{机构}_{件号}', department: 'B-S' })).toBe(true);
  });

  test('lead to their template, with their width', () => {
    const settings = { template: FILE_CODE_PRESETS.dots, numberWidth: 5 };
    expect(settingsTemplate(settings)).toMatchObject({ separators: ['-', '·', '·', '·', '-'], numberWidth: 5 });
    expect(settingsTemplate({ template: '{件号:5}', numberWidth: 5 }).numberWidth).toBe(5);
  });

  test('that were never checked are a bug', () => {
    expect(() => settingsTemplate({ template: '', numberWidth: 4 })).toThrow(Error);
  });
});
