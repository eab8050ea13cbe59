import type { Block, EntryBlock } from '../document/document-tree.ts';
import type { Entry } from '../records/archive-record.ts';
import { numberedSections } from '../document/chapter-numbering.ts';
import { describeUndatedActivity } from './describe-activity.ts';
import { describeUndatedHonor } from './describe-honor.ts';
import { describeUndatedPlan } from './describe-plan.ts';
import { entryTitle, sentence } from '../document/sentence.ts';
import { YEARBOOK_TERMS as T } from './yearbook-terms.ts';

const KINDS = ['plan', 'activity', 'honor'] as const;

/** Records whose year nobody knows yet, with their dates as they were typed. */
export function composeUndated(
  entries: readonly Entry[],
  describe: (entry: Entry) => readonly string[] = describeUndated,
): readonly Block[] {
  const sections = KINDS.map((kind) => ({
    name: T.kindNames[kind],
    blocks: entries.filter((entry) => entry.kind === kind).map((entry) => undatedEntry(entry, describe(entry))),
  })).filter((section) => section.blocks.length > 0);
  return [
    { kind: 'paragraph', text: sentence([T.undatedIntroduction(entries.length)]) },
    ...numberedSections(sections),
  ];
}

function undatedEntry(entry: Entry, paragraphs: readonly string[]): EntryBlock {
  return { kind: 'entry', entryId: entry.id, title: entryTitle(entry.title), paragraphs };
}

function describeUndated(entry: Entry): readonly string[] {
  switch (entry.kind) {
    case 'plan':
      return describeUndatedPlan(entry);
    case 'activity':
      return describeUndatedActivity(entry);
    case 'honor':
      return describeUndatedHonor(entry);
  }
}
