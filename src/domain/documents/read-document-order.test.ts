import { expect, it } from 'vitest';
import { USUAL_DETAILS } from '../compilation/compilation-options.ts';
import type { DocumentOrder } from './compose-document.ts';
import { readDocumentOrder } from './read-document-order.ts';

const ORDER: DocumentOrder = {
  kind: 'honors',
  options: {
    window: { from: '2022-04-01', to: '2023-03-31' },
    unit: { name: '示例单位', ids: ['unit-1'] },
    level: '国家级',
    groupBy: 'unit',
    details: USUAL_DETAILS,
    includeUnverified: true,
    includeUndated: false,
    title: '示例汇编',
    editor: '示例单位',
    compiledOn: '2026-11-30',
  },
};

it('reads an order that was written down', () => {
  expect(readDocumentOrder(JSON.stringify(ORDER))).toEqual(ORDER);
});

it.each([
  'no JSON',
  '{}',
  '{"kind":"poem","options":{}}',
  JSON.stringify({ ...ORDER, kind: 'catalogue' }),
  JSON.stringify({ ...ORDER, options: { ...ORDER.options, window: { from: '2023-01-01', to: '2022-01-01' } } }),
])('does not take %s for one', (text) => {
  expect(readDocumentOrder(text)).toBeNull();
});
