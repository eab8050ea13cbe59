import { appendTo } from '../append-to.ts';
import type { FuzzyDate } from '../dates/fuzzy-date.ts';
import type { EntryKind } from '../records/record-base.ts';
import type { DraftOfKind } from '../records/record-draft.ts';
import { fieldsOf, fieldValue } from '../records/record-fields.ts';
import { unitNameKey, type UnitDirectory } from '../units/unit-directory.ts';
import type { UnknownUnit } from './import-plan.ts';
import { nameKeys } from './name-kinship.ts';
import { createSlipIndex } from './slip-index.ts';
import { countPairs, isTypingSlip } from './typing-slip.ts';

/** The names of bodies on a draft, as printed, each once. */
export function bodyNamesOf(draft: DraftOfKind<EntryKind>): ReadonlySet<string> {
  const names = new Set<string>();
  for (const [name, { type }] of NAMING_FIELDS[draft.kind]) {
    const value = fieldValue(draft, name);
    if (type === 'bodies') for (const each of [value].flat() as readonly string[]) names.add(each);
    if (type === 'recipients' && draft.kind === 'honor') {
      for (const { name: recipient, unit } of draft.recipients) names.add(draft.collective ? recipient : unit);
    }
  }
  names.delete('');
  return names;
}

const NAMING_FIELDS = {
  honor: namingFields('honor'),
  plan: namingFields('plan'),
  activity: namingFields('activity'),
} as const;

function namingFields(kind: EntryKind) {
  return fieldsOf(kind).filter(([, { type }]) => type === 'bodies' || type === 'recipients');
}

/** The date by which the names on a draft are understood. */
function namesDate(draft: DraftOfKind<EntryKind>): FuzzyDate {
  return draft.kind === 'plan' ? draft.issued : draft.date;
}

/**
 * Names that stand for no unit, each once however it is spaced, the most frequent first, then in the order of the file.
 * Linked ones are among them, so that a link can be taken back.
 */
export function listUnknownUnits(
  drafts: readonly DraftOfKind<EntryKind>[],
  units: UnitDirectory,
): readonly UnknownUnit[] {
  const uses = new Map<string, { readonly name: string; uses: number }>();
  for (const draft of drafts) {
    const date = namesDate(draft);
    for (const name of bodyNamesOf(draft)) {
      if (units.find(name, date) !== null) continue;
      const key = unitNameKey(name);
      const known = uses.get(key);
      if (known) known.uses += 1;
      else uses.set(key, { name, uses: 1 });
    }
  }
  if (uses.size === 0) return [];
  const similarTo = createSuggester(units);
  return [...uses.values()]
    .toSorted((a, b) => b.uses - a.uses)
    .map(({ name, uses: count }) => ({ name, uses: count, ...similarTo(name) }));
}

/** Units of which a name is the same but for its form, then those of which it is a slip. */
function createSuggester(units: UnitDirectory): (name: string) => Pick<UnknownUnit, 'similar' | 'slipOf'> {
  const byKey = new Map<string, string[]>();
  for (const { id, names } of units.all()) {
    for (const key of new Set(names.flatMap(({ name }) => nameKeys(name)))) appendTo(byKey, key, id);
  }
  const near = createSlipIndex(byKey.keys());
  const counts = countPairs(() => byKey.keys());
  return (name) => {
    const keys = nameKeys(name);
    const variants = new Set(keys.flatMap((key) => byKey.get(key) ?? []));
    const slips = new Set<string>();
    for (const key of keys) {
      for (const other of near.near(key)) {
        if (!isTypingSlip(key, other, counts)) continue;
        for (const id of byKey.get(other) ?? []) if (!variants.has(id)) slips.add(id);
      }
    }
    return { similar: [...variants, ...slips], slipOf: [...slips] };
  };
}
