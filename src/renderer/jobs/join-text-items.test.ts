import { expect, test } from 'vitest';
import { joinTextItems } from './join-text-items.ts';

test('lines of a page are lines, and space that only fills them is gone', () => {
  const items = [
    { str: '关于表彰示例单位', hasEOL: false },
    { str: '的决定', hasEOL: true },
    { str: '', hasEOL: true },
    { str: '示文明〔2023〕5号   ', hasEOL: false },
    { str: '\0印发', hasEOL: false },
  ];
  expect(joinTextItems(items)).toBe('关于表彰示例单位的决定\n示文明〔2023〕5号 印发');
});

test('a page without text, as a scan has it, gives none', () => {
  expect(joinTextItems([])).toBe('');
});
