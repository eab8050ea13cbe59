import * as v from 'valibot';
import { expect, it } from 'vitest';
import type { TableReading } from './book-reading.ts';
import { columnTargets } from './column-target.ts';
import { bookOf, PLAIN, sheetOf } from './source-fixtures.ts';
import { applyTemplate, shapeOf, tableTemplateSchema, templateOf } from './table-template.ts';
import { rereadTable, understandBook } from './understand-book.ts';

const HEAD = ['序号', '荣誉名称', '获奖单位', '联系人', '获奖时间'];
const ROW = ['1', '示例文明单位', '示例市水务局', '张示例', '2023年5月'];
const book = bookOf(sheetOf('荣誉', [HEAD, ROW]));
const first = understandBook(book, PLAIN).sheets[0]?.tables[0] as TableReading;

/** The same headings, spaced otherwise, under a banner. */
const later = bookOf(
  sheetOf('又一年', [
    ['示例台账'],
    ['序 号', '荣誉\n名称', '', '获奖单位', '联系人', '获奖时间'],
    [...ROW.slice(0, 2), '', ...ROW.slice(2)],
  ]),
);

it('remembers what a person corrected for the next file with the same headings', () => {
  const targets = new Map([[3, { role: 'value', field: 'recipients.person' } as const]]);
  const template = templateOf(rereadTable(book, first, { targets }, PLAIN));
  expect(template).toMatchObject({ kind: 'honor', shape: '序号|荣誉名称|获奖单位|联系人|获奖时间' });
  if (!template) return;
  expect(v.parse(tableTemplateSchema, JSON.parse(JSON.stringify(template)))).toEqual(template);

  const [table] = applyTemplate(understandBook(later, PLAIN), template).sheets[0]?.tables ?? [];
  expect(table?.columns.map(({ target: { role, field } }) => `${role} ${field}`)).toEqual([
    'sequence ',
    'value title',
    'ignored ',
    'value recipients',
    'value recipients.person',
    'value date',
  ]);
  expect(table).toMatchObject({ kindConfidence: 1, kindReasons: [{ code: 'template' }] });
  expect(table?.columns[4]).toMatchObject({ confidence: 1, reason: { code: 'template' } });
});

it('leaves tables of another shape alone', () => {
  const template = templateOf(first);
  const other = understandBook(bookOf(sheetOf('荣誉', [HEAD.slice(0, 4), ROW.slice(0, 4)])), PLAIN);
  expect(template && applyTemplate(other, template)).toEqual(other);
});

it('does not take over a field that records have no more', () => {
  const template = { ...(templateOf(first) as NonNullable<ReturnType<typeof templateOf>>) };
  const outdated = { ...template, targets: template.targets.map(() => ({ role: 'value', field: 'gone' }) as const) };
  const [table] = applyTemplate(understandBook(book, PLAIN), outdated).sheets[0]?.tables ?? [];
  expect(table?.columns.map(({ target }) => target)).toEqual(first.columns.map(({ target }) => target));
});

it('takes every target that it proposes, and offers it', () => {
  for (const { target } of first.columns) expect(columnTargets('honor')).toContainEqual(target);
  expect(columnTargets('activity')).toContainEqual({ role: 'from', field: 'date' });
  expect(columnTargets('activity').map(({ field }) => field)).not.toContain('results');
});

it('has no shape for a table without headings', () => {
  const [table] = understandBook(bookOf(sheetOf('荣誉', [ROW, ROW])), PLAIN).sheets[0]?.tables ?? [];
  expect(table && shapeOf(table)).toBe(null);
  expect(table && templateOf(table)).toBe(null);
});
