import { expect, it } from 'vitest';
import { USUAL_DETAILS } from '../compilation/compilation-options.ts';
import type { DocumentOrder } from './compose-document.ts';
import { orderOfTemplate, templateOf } from './document-template.ts';

const honors = (from: string, to: string): DocumentOrder => ({
  kind: 'honors',
  options: {
    window: { from, to },
    unit: { name: '示例单位', ids: ['unit-1'] },
    level: null,
    groupBy: 'unit',
    details: USUAL_DETAILS,
    includeUnverified: false,
    includeUndated: true,
    title: '示例汇编',
    editor: '示例单位',
    compiledOn: '2026-11-30',
  },
});
const windowIn = (order: DocumentOrder, today: string) => {
  const used = orderOfTemplate(templateOf(order), today);
  return used?.kind === 'honors' ? used.options.window : null;
};

it('gives back what was chosen, on another day', () => {
  const order = honors('2025-04-01', '2026-03-31');
  expect(orderOfTemplate(templateOf(order), '2026-12-01')).toEqual({
    kind: 'honors',
    options: { ...order.options, compiledOn: '2026-12-01' },
  });
});

it('moves a window of a year with the years, and keeps the beginning of a longer one', () => {
  expect(windowIn(honors('2025-04-01', '2026-03-31'), '2028-01-05')).toEqual({ from: '2027-04-01', to: '2028-03-31' });
  expect(windowIn(honors('2014-01-01', '2025-12-31'), '2027-01-05')).toEqual({ from: '2014-01-01', to: '2026-12-31' });
  expect(windowIn(honors('2025-03-01', '2026-02-28'), '2028-01-05')?.to).toBe('2028-02-29');
});

it('of a yearbook keeps its year by the distance, and nothing that the office wrote itself', () => {
  const order: DocumentOrder = {
    kind: 'yearbook',
    options: {
      year: 2025,
      chapters: ['plans', 'honors'],
      pictures: { perPage: 2, certificates: false },
      special: '示例特载',
      overview: '',
      includeUndated: false,
      title: '示例年鉴',
      editor: '示例单位',
      compiledOn: '2026-02-01',
    },
  };
  const used = orderOfTemplate(templateOf(order), '2027-02-01');
  expect(used?.options).toMatchObject({ year: 2026, chapters: ['plans', 'honors'], special: '' });
});

it.each(['', '{}', '[]', '{"rongdang":"document-template","version":2}'])('does not take %j for a template', (text) => {
  expect(orderOfTemplate(text, '2026-11-30')).toBeNull();
});
