import { describe, expect, it } from 'vitest';
import { createAuthorities, RULEBOOK_ID } from '../records/authorities.ts';
import { buildRecord } from '../records/build-record.ts';
import { countingIds, FIRST, TODAY } from '../records/record-fixtures.ts';
import type { Rulebook } from '../records/rulebook.ts';
import { createUnitDirectory } from '../units/unit-directory.ts';
import { DEFAULT_FILING_SETTINGS } from './filing-settings.ts';
import { changeRulebook, NO_RULEBOOK_FILING, readFilingSettings } from './rulebook-settings.ts';

function changed(rulebook: Rulebook | null, change: Parameters<typeof changeRulebook>[1]): Rulebook {
  const read = changeRulebook(rulebook, change, TODAY);
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  const authorities = createAuthorities({ units: createUnitDirectory([]), people: [], programmes: [], rulebook });
  return buildRecord(read.value.draft, rulebook, authorities, FIRST, countingIds()).record;
}

describe('the settings of a rulebook', () => {
  it('are the defaults where nothing is written', () => {
    expect(readFilingSettings(null)).toEqual({ ok: true, value: DEFAULT_FILING_SETTINGS });
    expect(readFilingSettings(NO_RULEBOOK_FILING)).toEqual({ ok: true, value: DEFAULT_FILING_SETTINGS });
  });

  it('are refused by field', () => {
    const read = readFilingSettings({ ...NO_RULEBOOK_FILING, fonds: '109', fileCodeTemplate: '{年度}' });
    expect(read).toMatchObject({ ok: false });
    expect(read.ok ? [] : read.error.map(({ field }) => field)).toContain('fonds');
  });
});

describe('a rulebook', () => {
  it('is founded by its first change, under its own id', () => {
    const rulebook = changed(null, { fonds: 'Z109' });
    expect(rulebook).toMatchObject({ id: RULEBOOK_ID, fonds: 'Z109', terms: [], levelRules: [], numberWidth: null });
  });

  it('keeps what a change does not name', () => {
    const first = changed(null, { fonds: 'Z109', terms: [{ list: '地点', term: '示例会议室' }] });
    const second = changed(first, { levelRules: [{ pattern: '示例*', level: '其他', note: '' }] });
    expect(second).toMatchObject({ fonds: 'Z109', terms: first.terms, levelRules: [{ pattern: '示例*' }] });
  });

  it('takes no more words than a list can hold', () => {
    const terms = Array.from({ length: 501 }, (_, index) => ({ list: '地点' as const, term: `示例地点${index}` }));
    expect(changeRulebook(null, { terms }, TODAY)).toMatchObject({ ok: false, error: [{ code: 'too-many' }] });
  });
});
