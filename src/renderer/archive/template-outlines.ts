import { FLAG_WORDS } from '#domain/ledger/cell-text';
import { fieldMap } from '#domain/ledger/field-map';
import { columnChoices, listColumn, templateColumns } from '#domain/list-table/list-columns';
import type { EntryKind } from '#domain/records/record-base';
import { KIND_NAMES } from '../components/kind-names.ts';
import type { ListOutline } from '../workers/list-messages.ts';
import { columnHeading } from './list-outlines.ts';
import { templateMessages } from './list-messages.ts';

const FLAGS = [FLAG_WORDS.true, FLAG_WORDS.false];

/** An empty table to be filled in and imported, and beside it a sheet that says how, with an example. */
export function templateOutlines(kind: EntryKind): readonly ListOutline[] {
  const { sheet, notes, headings } = templateMessages;
  const columns = templateColumns(kind).map((name) => {
    const choices = columnChoices(kind, name, FLAGS);
    const column = listColumn(kind, name, columnHeading(kind, name));
    return { name, column: choices === undefined ? column : { ...column, choices } };
  });
  const examples: Readonly<Record<string, string>> = templateMessages.examples[kind];
  return [
    { name: KIND_NAMES[kind], notes: [], columns: columns.map(({ column }) => column), rows: [], fields: null },
    {
      name: sheet,
      notes: notes(KIND_NAMES[kind]),
      columns: [headings.column, headings.how, headings.example].map((heading) => ({ heading, type: 'text' })),
      rows: columns.map(({ name, column }) => [column.heading, howToFill(kind, name), examples[name] ?? null]),
      fields: null,
    },
  ];
}

function howToFill(kind: EntryKind, name: string): string {
  const field = fieldMap(kind).get(name);
  const { how } = templateMessages;
  if (!field) return '';
  const choices = (field.choices ?? []).join('、');
  switch (field.type) {
    case 'choice':
      return how.choice(choices);
    case 'flag':
      return how.choice(FLAGS.join('、'));
    case 'level':
      return how.level(choices);
    case 'choices':
      return how.choices(choices);
    case 'rows':
      return '';
    default:
      return how[field.type];
  }
}
