import type { Block } from '../document/document-tree.ts';
import { numberedSections } from '../document/chapter-numbering.ts';
import { entryTitle, nameList, paragraphsOf, sentence } from '../document/sentence.ts';
import type { RecordOf } from '../records/archive-record.ts';
import { WORKS } from '../vocabulary/works.ts';
import { dateInYear } from './date-words.ts';
import { YEARBOOK_TERMS as T } from './yearbook-terms.ts';

type Practice = RecordOf<'practice'>;

/**
 * The good practices of the year by the works of the programme, each under the first work that it is filed under, so that
 * it stands in the book once (部类).
 *
 * @param practices in chronicle order; of none there is no chapter
 */
export function composePractices(practices: readonly Practice[], year: number): readonly Block[] {
  if (practices.length === 0) return [];
  const groups = [...WORKS, null].map((work) => ({
    name: work ?? T.otherWorks,
    members: practices.filter(({ works }) => (WORKS.find((each) => works.includes(each)) ?? null) === work),
  }));
  const sections = groups
    .filter(({ members }) => members.length > 0)
    .map(({ name, members }) => ({ name, blocks: members.map((practice) => practiceEntry(practice, year)) }));
  return [
    { kind: 'paragraph', text: sentence([T.practicesIntroduction(year, practices.length)]) },
    ...numberedSections(sections),
  ];
}

function practiceEntry(practice: Practice, year: number): Block {
  const units = nameList(practice.units);
  const facts = sentence([dateInYear(practice.date, year), units === '' ? '' : T.practiceOf(units)]);
  const [first = '', ...rest] = paragraphsOf(practice.summary);
  const paragraphs = [`${facts}${first}`, ...rest].filter((paragraph) => paragraph !== '');
  return { kind: 'entry', entryId: practice.id, title: entryTitle(practice.title), paragraphs };
}
