import type { Twin } from './import-commit.ts';
import type { EntryChoice, PlannedEntry } from './import-plan.ts';

/**
 * Whether a choice still answers what an entry asks. The archive changes, rows are mended and names linked while a plan
 * is looked over: an entry may have another twin by then, or none.
 */
export function fitsEntry(choice: EntryChoice, entry: PlannedEntry): boolean {
  const { type } = entry.outcome;
  const staysOut = type === 'exact-duplicate' || type === 'unchanged';
  switch (choice.do) {
    case 'leave-out':
      return !staysOut;
    case 'add':
      return staysOut;
    case 'add-as-different':
      return type === 'probable-duplicate';
    case 'take-fields': {
      const twin = twinOf(entry);
      return twin?.in === 'archive' && twin.id === choice.id;
    }
  }
}

/** What an entry is set beside, or what it updates. */
export function twinOf({ outcome }: PlannedEntry): Twin | null {
  switch (outcome.type) {
    case 'new':
      return null;
    case 'update':
      return { in: 'archive', id: outcome.id, revision: outcome.revision };
    default:
      return outcome.twin;
  }
}
