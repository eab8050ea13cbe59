import type { SearchHit, TermReason } from '#domain/search/search-hit';
import { fieldLabel } from '../../archive/field-labels.ts';
import { messages } from './messages.ts';

/** Why a record was found and stands where it does, one line for each term. */
export function reasonsInWords({ reasons }: SearchHit): string {
  return [...new Set(reasons.map(reasonInWords))].join('\n');
}

function reasonInWords({ text, place, shape, isExact, isPinyin }: TermReason): string {
  const where = messages.why.found(text, messages.why.place[place], messages.why.shape[shape]);
  if (isPinyin) return `${where}${messages.why.pinyin}`;
  return isExact ? where : `${where}${messages.why.loose}`;
}

/** What the field is called that a snippet is of. */
export function snippetFieldName({ kind, snippet: { field } }: SearchHit): string | null {
  if (field === null) return null;
  return (messages.snippetFields as Readonly<Record<string, string>>)[field] ?? fieldLabel(field, kind);
}
