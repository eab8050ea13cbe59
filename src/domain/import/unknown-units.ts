import { appendTo } from '../append-to.ts';
import type { FuzzyDate } from '../dates/fuzzy-date.ts';
import type { EntryKind } from '../records/record-base.ts';
import type { DraftOfKind } from '../records/record-draft.ts';
import { fieldsOf, fieldValue } from '../records/record-fields.ts';
import { unitNameKey, type UnitDirectory } from '../units/unit-directory.ts';
import type { MeantUnit, SimilarUnit, UnknownUnit } from './import-plan.ts';
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
  const sorted = [...uses.values()].toSorted((a, b) => b.uses - a.uses);
  const similarTo = createSuggester(
    units,
    sorted.map(({ name }) => name),
  );
  return sorted.map(({ name, uses: count }) => ({ name, uses: count, similar: similarTo(name) }));
}

/**
 * Units of which a name is the same but for its form, then those of which it is a slip. Of two unknown names the one
 * that stands in more entries is the one that is meant.
 */
function createSuggester(units: UnitDirectory, names: readonly string[]): (name: string) => readonly SimilarUnit[] {
  const byKey = new Map<string, Bearer[]>();
  const put = (name: string, bearer: Bearer) => {
    for (const key of nameKeys(name)) appendTo(byKey, key, bearer);
  };
  for (const { id, names: known } of units.all()) {
    for (const { name } of known) put(name, { unit: { in: 'archive', id }, rank: -1 });
  }
  for (const [rank, name] of names.entries()) put(name, { unit: { in: 'file', name }, rank });
  const rankOf = new Map(names.map((name, rank) => [name, rank]));
  const near = createSlipIndex(byKey.keys());
  const counts = countPairs(() => byKey.keys());
  return (name) => {
    const rank = rankOf.get(name) ?? names.length;
    const found = new Map<string, SimilarUnit>();
    const take = (key: string, isSlip: boolean) => {
      for (const { unit, rank: other } of byKey.get(key) ?? []) {
        const mark = unit.in === 'archive' ? unit.id : `${unit.name}\n`;
        if (other < rank && !found.has(mark)) found.set(mark, { unit, isSlip });
      }
    };
    const keys = nameKeys(name);
    for (const key of keys) take(key, false);
    for (const key of keys) {
      for (const other of near.near(key)) if (isTypingSlip(key, other, counts)) take(other, true);
    }
    return [...found.values()];
  };
}

/** Who has a name; the lower the rank, the more it is the one that is meant. */
type Bearer = { readonly unit: MeantUnit; readonly rank: number };
