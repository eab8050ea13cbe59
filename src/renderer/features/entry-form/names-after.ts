type NamesChange = {
  readonly before: readonly string[];
  /** What the list says its names are now. */
  readonly after: readonly string[];
  /** The name that was meant by what is typed; null while nothing is typed. */
  readonly meant: string | null;
  /** Whether a name that is added takes the place of those that are there. */
  readonly isReplaced: boolean;
};

/**
 * The names of a list after one was added or removed.
 *
 * Names that were taken over from the record before are replaced by what is typed, as the text of any other field is;
 * added to them, the bodies of one award would pile up from record to record. And a name that is typed once more stays:
 * left to itself the list would take it away.
 */
export function namesAfter({ before, after, meant, isReplaced }: NamesChange): readonly string[] {
  const added = after.filter((name) => !before.includes(name));
  if (added.length > 0) return isReplaced ? added : after;
  const removed = before.filter((name) => !after.includes(name));
  return removed.length === 1 && removed[0] === meant ? before : after;
}
