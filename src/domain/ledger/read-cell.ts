import type { LedgerRecord } from '../records/archive-record.ts';
import type { DraftNotice, DraftProblem } from '../records/draft-problem.ts';
import type { AnyField } from '../records/field.ts';
import { readRecordDraft } from '../records/record-draft.ts';
import type { LedgerKind } from '../records/record-base.ts';
import { fieldValue } from '../records/record-fields.ts';
import { refuse, succeed, type Result } from '../result.ts';
import { editableText, FLAG_WORDS, isCellEditable } from './cell-text.ts';
import { fieldMap } from './field-map.ts';

/** Why the text of a cell cannot become the value of its field. */
export type CellProblem = DraftProblem | { readonly code: 'not-editable'; readonly field: string };

/** What a cell's text stands for: the checked draft of its field, and what should be looked at again. */
export type ReadCell = { readonly draft: unknown; readonly notices: readonly DraftNotice[] };

export type CellReader = (
  name: string,
  text: string,
  record: LedgerRecord | null,
) => Result<ReadCell | null, CellProblem>;

const LIST_ITEMS = /[、；;\n]/;
const YES: ReadonlySet<string> = new Set([FLAG_WORDS.true, '是', '√']);
const NO: ReadonlySet<string> = new Set([FLAG_WORDS.false, '否', '×']);
/** Words by which a ledger shows that nothing is known; typed or pasted back they mean the same. */
const NOTHING_KNOWN: ReadonlySet<string> = new Set(['未定', '不详']);

/**
 * Reads the text of cells by the rules of `readRecordDraft`: what a form would refuse is refused here for the same
 * reason. Answers null when the text is what the record says already, so that nothing of it is lost by reading it
 * again. Equal texts are read once.
 */
export function createCellReader(kind: LedgerKind, today: string): CellReader {
  const fields = fieldMap(kind);
  const known = new Map<string, Result<ReadCell, CellProblem>>();
  return (name, text, record) => {
    const field = fields.get(name);
    if (!field || !isCellEditable(field)) return refuse({ code: 'not-editable', field: name });
    if (record && text.trim() === editableText(field, fieldValue(record, name)).trim()) return succeed(null);
    const key = `${name}\n${text}`;
    // What is read of recipients depends on the record: those who stay keep their roles and units.
    const kept = field.type === 'recipients' ? undefined : known.get(key);
    if (kept) return kept;
    const read = readField(kind, name, cellBoundary(field, text, record && fieldValue(record, name)), today);
    known.set(key, read);
    return read;
  };
}

/** Reads one field by the rules of the whole record. */
function readField(kind: LedgerKind, name: string, value: unknown, today: string): Result<ReadCell, CellProblem> {
  const input = name === 'title' ? { title: value } : { title: '题', [name]: value };
  const read = readRecordDraft(kind, input, today);
  if (read.ok) return succeed({ draft: fieldValue(read.value.draft, name), notices: read.value.notices });
  const [problem] = read.error;
  return refuse(problem ?? { code: 'not-a-record', field: name });
}

/**
 * The value at the boundary that a cell's text stands for; what does not fit the type is left for the draft to refuse.
 *
 * @param stored what the record has there, so that recipients who stay keep their roles and units; null for none
 */
export function cellBoundary(field: AnyField, text: string, stored: unknown = null): unknown {
  const trimmed = text.trim();
  switch (field.type) {
    case 'level':
    case 'date':
      return NOTHING_KNOWN.has(trimmed) ? '' : trimmed;
    case 'count':
      return trimmed === '' ? null : (countOf(trimmed) ?? trimmed);
    case 'flag':
      if (YES.has(trimmed)) return true;
      return NO.has(trimmed) ? false : trimmed;
    case 'choices':
    case 'names':
      return itemsOf(text);
    case 'bodies':
      return field.empty === '' ? trimmed : itemsOf(text);
    case 'recipients':
      return recipientsOf(field, itemsOf(text), stored);
    default:
      return text;
  }
}

function countOf(text: string): number | null {
  const digits = text.normalize('NFKC').replace(/(?<=\d),(?=\d{3}(?:\D|$))/g, '');
  return /^\d{1,12}$/.test(digits) ? Number(digits) : null;
}

/** The items of a list as typed into one cell. */
export function itemsOf(text: string): readonly string[] {
  return text
    .split(LIST_ITEMS)
    .map((item) => item.trim())
    .filter((item) => item !== '');
}

type NamedRecipient = { readonly name: string };

function recipientsOf(field: AnyField, names: readonly string[], stored: unknown): readonly unknown[] {
  const before = stored ? (field.boundary(stored) as readonly (string | NamedRecipient)[]) : [];
  const byName = new Map(before.map((each) => [typeof each === 'string' ? each : each.name, each]));
  return names.map((name) => byName.get(name) ?? name);
}
