import { expect, test } from 'vitest';
import { attachmentName } from './attach-files.ts';

test('a name is only a name, with whatever signs it has', () => {
  expect(attachmentName('示例\\a/b:c*.pdf')).toBe('示例\\a/b:c*.pdf');
  expect(attachmentName('示例\n证书\u0000.jpg')).toBe('示例 证书.jpg');
});

test('a very long name keeps its type and stays within what a field holds', () => {
  const long = attachmentName(`${'长'.repeat(400)}.pdf`);
  expect(long.length).toBe(300);
  expect(long.endsWith('….pdf')).toBe(true);
  const cut = attachmentName(`${'a'.repeat(294)}𠮷${'b'.repeat(40)}.pdf`);
  expect(cut.isWellFormed()).toBe(true);
  expect(cut.length).toBeLessThanOrEqual(300);
});
