import { draftText } from '#domain/import/compare-sides';
import type { PlannedEntry } from '#domain/import/import-plan';
import { fieldMap } from '#domain/ledger/field-map';
import { MAIN_FIELDS } from '#domain/ledger/main-fields';
import { fieldValue } from '#domain/records/record-fields';

/** The text of a field of an entry, as a cell would show it. */
function entryText({ kind, draft }: PlannedEntry, name: string): string {
  const field = fieldMap(kind).get(name);
  return field ? draftText(field, fieldValue(draft, name)) : '';
}

/** What tells an entry of any kind from others at a glance: when, its level or class, and who. */
export function entryGlance(entry: PlannedEntry): {
  readonly date: string;
  readonly sort: string;
  readonly who: string;
} {
  const [date = '', , sort = '', who = ''] = MAIN_FIELDS[entry.kind];
  return {
    date: entryText(entry, date),
    sort: entryText(entry, sort),
    // An activity is told by its hosts.
    who: entryText(entry, entry.kind === 'activity' ? 'hosts' : who),
  };
}
