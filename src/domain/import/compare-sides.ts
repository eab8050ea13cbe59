import { isSame } from '../changes/diff-records.ts';
import { cellText, LIST_SEPARATOR } from '../ledger/cell-text.ts';
import type { Entry } from '../records/archive-record.ts';
import type { AnyField } from '../records/field.ts';
import type { EntryKind } from '../records/record-base.ts';
import type { DraftOfKind } from '../records/record-draft.ts';
import { fieldsOf, fieldValue } from '../records/record-fields.ts';
import { comparableValue } from './said-differences.ts';

/** What stands beside a planned entry: a record of the archive, or another entry of the same file. */
export type OtherSide = { readonly in: 'archive'; readonly record: Entry } | SideInFile;
type SideInFile = { readonly in: 'file'; readonly draft: DraftOfKind<EntryKind> };

/** A field of which either side says something; `mine` is what the file says. */
export type ComparedField = {
  readonly name: string;
  readonly mine: string;
  readonly theirs: string;
  readonly isSame: boolean;
};

/** Two records side by side, in the order of their fields. What neither says anything of is left out. */
export function compareSides(draft: DraftOfKind<EntryKind>, other: OtherSide): readonly ComparedField[] {
  return fieldsOf(draft.kind).flatMap(([name, field]): readonly ComparedField[] => {
    const mine = comparableValue(field.type, fieldValue(draft, name));
    const theirs = comparableValue(field.type, otherValue(other, name, field));
    const texts = { mine: saidText(field, mine), theirs: saidText(field, theirs) };
    if (texts.mine === '' && texts.theirs === '') return [];
    return [{ name, ...texts, isSame: isSame(mine, theirs) }];
  });
}

function otherValue(other: OtherSide, name: string, field: AnyField): unknown {
  return other.in === 'file' ? fieldValue(other.draft, name) : field.boundary(fieldValue(other.record, name));
}

/** Everything that a draft says, as text, in the order of its fields; what stands in an empty form too says nothing. */
export function saidFields(draft: DraftOfKind<EntryKind>): readonly { readonly name: string; readonly text: string }[] {
  return fieldsOf(draft.kind).flatMap(([name, field]) => {
    const value = fieldValue(draft, name);
    const text = draftText(field, value);
    return text === '' || (field.type === 'choice' && value === field.empty) ? [] : [{ name, text }];
  });
}

/** The value of a draft, as one cell would show it. */
export function draftText(field: AnyField, value: unknown): string {
  return saidText(field, comparableValue(field.type, value));
}

function saidText(field: AnyField, value: unknown): string {
  switch (field.type) {
    case 'reference':
      return (value as string | null) ?? '';
    case 'bodies':
      return [value].flat().join(LIST_SEPARATOR);
    case 'recipients':
      return (value as readonly Said[]).map(recipientText).join(LIST_SEPARATOR);
    default:
      return cellText(field, value);
  }
}

type Said = { readonly name: string; readonly role: string; readonly unit: string };

function recipientText({ name, role, unit }: Said): string {
  const remarks = [unit, role].filter((text) => text !== '').join('，');
  return remarks === '' ? name : `${name}（${remarks}）`;
}
