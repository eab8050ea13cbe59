import type { Fields } from '#domain/records/field';
import { ADDABLE_KINDS, type RecordKind } from '#domain/records/record-base';
import { RECORD_FIELDS } from '#domain/records/record-fields';
import { succeed } from '#domain/result';
import { fieldLabel } from '../../archive/field-labels.ts';
import { KIND_NAMES } from '../../components/kind-names.ts';
import { readKind, type CommandDefinition } from './command.ts';

type FieldDescription = {
  readonly name: string;
  readonly label: string;
  readonly type: string;
  readonly choices?: readonly string[];
  readonly fields?: readonly FieldDescription[];
};

/** Tells which fields `add` takes, so that whoever scripts it need not guess. */
export const fields: CommandDefinition = {
  options: ['kind'],
  arguments: 0,
  run: async (command) => {
    const wanted = readKind(command, ADDABLE_KINDS);
    if (!wanted.ok) return wanted;
    const kinds = (wanted.value === null ? ADDABLE_KINDS : [wanted.value]).map((kind) => ({
      kind,
      name: KIND_NAMES[kind],
      fields: describeFields(RECORD_FIELDS[kind], kind),
    }));
    const lines = kinds.flatMap(({ kind, name, fields: described }) => [
      `${kind}  ${name}`,
      ...described.flatMap((field) => describeInLines(field, '  ')),
    ]);
    return succeed({ json: { ok: true, kinds }, text: lines.join('\n') });
  },
};

function describeFields(definitions: Fields, kind: RecordKind | null): readonly FieldDescription[] {
  return Object.entries(definitions).map(([name, field]) => ({
    name,
    label: fieldLabel(name, kind),
    type: field.type,
    ...(field.choices ? { choices: field.choices } : {}),
    ...(field.fields ? { fields: describeFields(field.fields, null) } : {}),
  }));
}

function describeInLines({ name, label, type, choices, fields: inner }: FieldDescription, indent: string): string[] {
  const ofChoices = choices ? `  ${choices.join(' | ')}` : '';
  return [
    `${indent}${name}  ${label}  ${type}${ofChoices}`,
    ...(inner ?? []).flatMap((field) => describeInLines(field, `${indent}  `)),
  ];
}
