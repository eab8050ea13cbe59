import { countingYear } from '../dates/fuzzy-date.ts';
import { numberedSections, type Section } from '../document/chapter-numbering.ts';
import type { Block, Column, Table } from '../document/document-tree.ts';
import { compareEntries, compareText } from '../document/order-entries.ts';
import { nameList, phrase, printed } from '../document/sentence.ts';
import type { Plan } from '../records/plan.ts';
import type { UnitChange } from '../records/unit-change.ts';
import { dateWords } from './date-words.ts';
import { dateLines, documentNoLines } from './honors-chapter.ts';
import { YEARBOOK_TERMS as T } from './yearbook-terms.ts';

const PLAN_WIDTHS = [10, 55, 37.9, 31.3, 21.8] as const;
const CHANGE_WIDTHS = [21.8, 14, 40.2, 40, 40] as const;

/** Lists to look things up in (附录): the plans in force, the units that changed, and how was counted. */
export function composeAppendix(
  plans: readonly Plan[],
  changes: readonly UnitChange[],
  year: number,
): readonly Block[] {
  const inForce = plans.filter(({ status, issued }) => status === '现行' && (countingYear(issued) ?? 0) <= year);
  const ofTheYear = changes.filter(({ date }) => countingYear(date) === year);
  return numberedSections([...planSection(inForce, year), ...changeSection(ofTheYear, year), ruleSection()]);
}

function planSection(plans: readonly Plan[], year: number): readonly Section[] {
  if (plans.length === 0) return [];
  const rows = plans
    .toSorted(compareEntries)
    .map((plan, index) => [
      String(index + 1),
      printed(plan.title),
      nameList(plan.issuers),
      documentNoLines(phrase(plan.documentNo)),
      dateLines(dateWords(plan.issued)),
    ]);
  return [
    {
      name: T.plansInForce,
      blocks: [
        { kind: 'paragraph', text: T.plansInForceOf(year, plans.length) },
        textTable(T.planListColumns, PLAN_WIDTHS, rows),
      ],
    },
  ];
}

function changeSection(changes: readonly UnitChange[], year: number): readonly Section[] {
  if (changes.length === 0) return [];
  const rows = changes
    .toSorted((a, b) => compareText(a.date.end ?? '', b.date.end ?? '') || compareText(a.id, b.id))
    .map((change) => [
      dateLines(dateWords(change.date)),
      change.change,
      nameList(change.from),
      nameList(change.to),
      phrase(change.basis),
    ]);
  return [
    {
      name: T.unitChanges,
      blocks: [
        { kind: 'paragraph', text: T.unitChangesOf(year, changes.length) },
        textTable(T.changeListColumns, CHANGE_WIDTHS, rows),
      ],
    },
  ];
}

function ruleSection(): Section {
  return { name: T.countingRule, blocks: T.countingRules.map((text) => ({ kind: 'paragraph', text })) };
}

function textTable(titles: readonly string[], widths: readonly number[], rows: readonly (readonly string[])[]): Table {
  const columns = titles.map((title, index): Column => ({
    title,
    width: widths[index] ?? 20,
    align: title === T.planListColumns[0] ? 'center' : 'left',
  }));
  return {
    kind: 'table',
    columns,
    rows: rows.map((cells) => ({ entryId: null, cells: cells.map((cell) => (cell === '' ? T.missing : cell)) })),
  };
}
