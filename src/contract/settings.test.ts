import { expect, test } from 'vitest';
import { readStoredSettings } from './settings.ts';

const DEFAULTS = {
  theme: 'system',
  operator: '',
  operators: [],
  readOnly: false,
  idleLockMinutes: 10,
  editor: '',
  yearbookTitle: '',
  ledgerColumns: {},
};

test('a missing or damaged file gives the defaults', () => {
  for (const stored of [null, undefined, 7, 'text', []]) expect(readStoredSettings(stored)).toEqual(DEFAULTS);
});

test('one bad setting does not cost the others', () => {
  const stored = { theme: 'pink', operator: '示例操作人', ledgerColumns: { honor: [{ colId: 'date', width: 90 }] } };
  expect(readStoredSettings(stored)).toEqual({
    ...DEFAULTS,
    operator: '示例操作人',
    ledgerColumns: { honor: [{ colId: 'date', width: 90 }] },
  });
});

test('the archive locks itself after one of a few times only', () => {
  expect(readStoredSettings({ idleLockMinutes: 30 })).toEqual({ ...DEFAULTS, idleLockMinutes: 30 });
  for (const idleLockMinutes of [-1, 0.01, 7, 1e9, '5', null]) {
    expect(readStoredSettings({ idleLockMinutes })).toEqual(DEFAULTS);
  }
});

test('settings of another version are left out', () => {
  expect(readStoredSettings({ editor: '示例单位', colour: 'red' })).toEqual({ ...DEFAULTS, editor: '示例单位' });
});
