import { FINDABLE_KINDS, type FindableKind } from '../../records/record-base.ts';
import { foldWord } from './query-words.ts';

/** What the language has to be told, because it differs between archives or stands with the words of the screens. */
export type QueryContext = {
  /** What kinds of record are called, the usual name first. A name of several kinds stands for all of them. */
  readonly kindNames: readonly { readonly kind: FindableKind; readonly names: readonly string[] }[];
  /** The unit that goes by the name, or null when there is none or more than one. */
  readonly unitIdOf: (name: string) => string | null;
  /** Null for a unit that is not known. */
  readonly unitNameOf: (unitId: string) => string | null;
};

/** The kinds that a word stands for, in the order of FINDABLE_KINDS: by a name, or by the kind's own (honor, plan). */
export function findKinds(word: string, { kindNames }: QueryContext): readonly FindableKind[] {
  const folded = foldWord(word);
  const named = new Set(
    kindNames.flatMap(({ kind, names }) => (names.some((name) => foldWord(name) === folded) ? [kind] : [])),
  );
  return FINDABLE_KINDS.filter((kind) => named.has(kind) || kind === folded);
}
