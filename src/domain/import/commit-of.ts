import { isSame } from '../changes/diff-records.ts';
import { unitNameKey } from '../units/unit-directory.ts';
import { twinOf } from './fits-entry.ts';
import { followLinks } from './follow-links.ts';
import type { ImportAddition, ImportCommit, ImportUnitName, ImportUpdate, Twin } from './import-commit.ts';
import type { ImportChoices, ImportPlan, PlannedEntry } from './import-plan.ts';
import { bodyNamesOf } from './unknown-units.ts';

/** `onlySure` leaves probable duplicates out about which nobody has decided; else they are added. */
export type CommitOptions = {
  readonly onlySure: boolean;
  readonly learned?: ImportCommit['learned'];
};

/**
 * What is to be done of a plan. What a person has chosen for an entry goes before what is proposed for it; a choice that
 * does not fit the entry (fields for a twin that it has not) leaves it out. Rejected rows are never in it.
 *
 * @param plan made with the same choices
 */
export function commitOf(
  plan: ImportPlan,
  choices: ImportChoices,
  { onlySure, learned = [] }: CommitOptions,
): ImportCommit {
  const additions: ImportAddition[] = [];
  const updates: ImportUpdate[] = [];
  const names = new Set<string>();
  for (const entry of plan.entries) {
    const step = stepOf(entry, choices, onlySure);
    if (step === null) continue;
    if ('id' in step) updates.push(step);
    else additions.push(step);
    for (const name of bodyNamesOf(entry.draft)) names.add(unitNameKey(name));
  }
  return { file: plan.file, additions, updates, unitNames: unitNamesOf(plan, choices, names), learned };
}

function stepOf(entry: PlannedEntry, choices: ImportChoices, onlySure: boolean): ImportAddition | ImportUpdate | null {
  const { outcome } = entry;
  const choice = choices.entries.get(entry.key);
  switch (choice?.do) {
    case 'leave-out':
      return null;
    case 'add':
      return addition(entry, null);
    case 'add-as-different':
      return addition(entry, twinOf(entry));
    case 'take-fields':
      return takeFields(entry, choice.id, choice.fields);
    default:
  }
  if (outcome.type === 'new' || (outcome.type === 'probable-duplicate' && !onlySure)) return addition(entry, null);
  return outcome.type === 'update' ? takeFields(entry, outcome.id, outcome.fields) : null;
}

function addition({ key, draft, place }: PlannedEntry, differsFrom: Twin | null): ImportAddition {
  return { key, draft, place, differsFrom };
}

function takeFields(entry: PlannedEntry, id: string, fields: readonly string[]): ImportUpdate | null {
  const twin = twinOf(entry);
  if (twin?.in !== 'archive' || twin.id !== id || fields.length === 0) return null;
  return { id, revision: twin.revision, draft: entry.draft, fields, place: entry.place };
}

/** Links are made only of names that come into the archive. */
function unitNamesOf(plan: ImportPlan, choices: ImportChoices, used: ReadonlySet<string>): readonly ImportUnitName[] {
  const ends = followLinks(choices.units);
  return plan.unknownUnits.flatMap(({ name, similar }): readonly ImportUnitName[] => {
    const key = unitNameKey(name);
    const unit = ends.get(key);
    if (unit === undefined || !used.has(key)) return [];
    const isSlip = similar.some((each) => each.isSlip && isSame(each.unit, unit));
    return [{ unit, name, kind: isSlip ? 'misspelling' : 'alias' }];
  });
}
