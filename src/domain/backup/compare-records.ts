import { recordLine } from './record-line.ts';

/** What the records of another state of the archive would change here, as counts. */
export type RecordDifferences = {
  /** There, and not here. */
  readonly added: number;
  readonly changed: number;
  /** Here, and not there. */
  readonly gone: number;
};

const NO_DIFFERENCES: RecordDifferences = { added: 0, changed: 0, gone: 0 };

type Comparable = Readonly<Record<string, unknown>>;

/** Some of the records that differ, as they are there, or here when they are not there. */
export type DifferenceExamples = { readonly [Change in keyof RecordDifferences]: readonly Comparable[] };

export type RecordComparison = {
  readonly add: (record: Comparable) => void;
  readonly differences: () => RecordDifferences;
  readonly examples: () => DifferenceExamples;
};

const MOST_EXAMPLES = 5;

/** Compares records that come one after another with those that are here. One that comes twice is changed. */
export function compareRecords(here: readonly Comparable[]): RecordComparison {
  const left = new Map(here.map((record) => [record['id'], record]));
  const known = new Set(left.keys());
  let [added, changed] = [0, 0];
  const examples = { added: new Array<Comparable>(), changed: new Array<Comparable>() };
  const keep = (change: 'added' | 'changed', record: Comparable) => {
    if (examples[change].length < MOST_EXAMPLES) examples[change].push(record);
  };
  return {
    add: (record) => {
      const id = record['id'];
      const present = left.get(id);
      left.delete(id);
      if (present && recordLine(present) === recordLine(record)) return;
      if (known.has(id)) {
        changed += 1;
        keep('changed', record);
        return;
      }
      added += 1;
      known.add(id);
      keep('added', record);
    },
    differences: () => ({ added, changed, gone: left.size }),
    examples: () => ({ ...examples, gone: [...left.values()].slice(0, MOST_EXAMPLES) }),
  };
}

export function sumDifferences(each: Iterable<RecordDifferences>): RecordDifferences {
  let sum = NO_DIFFERENCES;
  for (const { added, changed, gone } of each) {
    sum = { added: sum.added + added, changed: sum.changed + changed, gone: sum.gone + gone };
  }
  return sum;
}
