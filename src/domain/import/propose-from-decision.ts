import type { RowsContext } from './table-plan.ts';
import { completeTitle, readAnnexHeading, type AnnexHeading } from './decision-annex.ts';
import { readDecisionFacts, type DecisionFacts } from './decision-facts.ts';
import { decisionLines, tableLines, type DecisionLine } from './decision-lines.ts';
import { readDecisionTable } from './decision-table.ts';
import type { ImportRow, ProposedRecord } from './import-row.ts';
import { readAnnexNames, type AnnexName } from './read-annex-names.ts';
import { question, refuse, startRow } from './row-builder.ts';
import type { SourceBook } from './source-book.ts';

/** A decision that names who is honoured (表彰决定), as it was read from a document. */
export type DecisionReading = {
  readonly facts: DecisionFacts;
  /**
   * One row for each recipient and honour. `sheet` is empty and `row` the number of the paragraph, from 1; of a name in a
   * table they are the table and its row.
   */
  readonly rows: readonly ImportRow[];
  readonly doubts: readonly DecisionDoubt[];
  /** Lines of the annex that are neither a heading nor a name. */
  readonly unread: readonly { readonly row: number; readonly text: string }[];
};

/** What does not fit together; `expected` is what the heading announces and `found` what stands below it. */
export type DecisionDoubt =
  | { readonly code: 'no-title' | 'no-date' | 'no-awarding-body' | 'no-document-number' | 'no-recipients' }
  | {
      readonly code: 'count-differs';
      readonly row: number;
      readonly heading: string;
      readonly expected: number;
      readonly found: number;
    };

/** What a person says of a decision instead; what is left out stays as it was read. */
export type ToldFacts = Partial<Omit<DecisionFacts, 'annexAt' | 'signatureAt'>>;

/**
 * Reads the recipients under the headings of a decision's annex, in lines and in tables; of a decision without one,
 * those that its own text lists above the signature. Everything is a proposal for a person to confirm: names are told
 * by their form alone.
 */
export function proposeFromDecision(book: SourceBook, context: RowsContext, told: ToldFacts = {}): DecisionReading {
  const lines = decisionLines(book);
  const facts = { ...readDecisionFacts(lines, context.today, context.isKnownUnit), ...told };
  const inAnnex = walkLines(lines.slice(facts.annexAt), { book, facts, context });
  const walk = inAnnex.rows.length > 0 ? inAnnex : walkLines(listInText(lines, facts), { book, facts, context });
  return {
    facts,
    rows: walk.rows,
    doubts: [...doubtsOf(facts, walk.rows), ...walk.headings.flatMap(countDoubt)],
    unread: walk.unread,
  };
}

type Counted = { readonly heading: AnnexHeading; found: number };
type Walk = {
  /** Headings that the line stands under, outermost first. */
  open: readonly Counted[];
  readonly headings: Counted[];
  readonly rows: ImportRow[];
  readonly unread: { readonly row: number; readonly text: string }[];
};
type Surroundings = {
  readonly book: SourceBook;
  readonly facts: DecisionFacts;
  readonly context: RowsContext;
  readonly walk: Walk;
};

function walkLines(lines: readonly DecisionLine[], around: Omit<Surroundings, 'walk'>): Walk {
  const walk: Walk = { open: [], headings: [], rows: [], unread: [] };
  for (const line of lines) readLine(line, { ...around, walk });
  return walk;
}

/**
 * The lines from the first heading of a list up to the signature. A bulletin often names its recipients in its text and
 * is signed below them.
 */
function listInText(lines: readonly DecisionLine[], { signatureAt }: DecisionFacts): readonly DecisionLine[] {
  // 各县区党委： addresses the readers, and 现将…通报如下： ends a sentence.
  const isListHeading = (line: DecisionLine) => !/[：:]$/u.test(line.text) && readAnnexHeading(line) !== null;
  const first = lines.findIndex(isListHeading);
  return first < 0 ? [] : lines.slice(first, signatureAt);
}

function readLine(line: DecisionLine, around: Surroundings): void {
  const { walk, context } = around;
  if (line.table !== null) return readTable(line.table, around);
  const heading = readAnnexHeading(line);
  if (heading) {
    const counted: Counted = { heading, found: 0 };
    walk.open = [...walk.open.filter((each) => each.heading.depth < heading.depth), counted];
    walk.headings.push(counted);
    return;
  }
  // A line that stands under no heading is not the name of anybody honoured.
  const names = walk.open.length === 0 ? [] : readAnnexNames(line.text, collectiveOf(walk), context.isKnownUnit);
  if (names.length === 0) walk.unread.push({ row: line.number, text: line.text });
  for (const name of names) propose(name, { sheet: '', row: line.number, text: line.text }, around);
}

/** A table with headings is read by its columns, any other cell by cell. */
function readTable(table: string, around: Surroundings): void {
  const { book, context, walk } = around;
  const collective = collectiveOf(walk);
  const found = readDecisionTable(book, table, context.isKnownUnit);
  if (found) {
    for (const { row, text, title, name } of found) propose(name, { sheet: table, row, text }, around, title);
    return;
  }
  for (const { row, cells } of tableLines(book, table)) {
    for (const cell of cells) {
      const names = /^\d+$/u.test(cell) ? [] : readAnnexNames(cell, collective, context.isKnownUnit);
      for (const name of names) propose(name, { sheet: table, row, text: cell }, around);
    }
  }
}

type Spot = { readonly sheet: string; readonly row: number; readonly text: string };

function propose(name: AnnexName, { sheet, row, text }: Spot, { facts, walk }: Surroundings, ownTitle = ''): void {
  for (const counted of walk.open) counted.found += 1;
  const builder = startRow(sheet, row);
  const heading = walk.open.findLast((each) => each.heading.isTitle)?.heading.title ?? '';
  const printed = ownTitle || heading;
  const above = walk.open.map((each) => each.heading.title).filter((each) => each !== printed);
  const title = completeTitle(printed, [...above, facts.title]);
  if (title === '') refuse(builder, 'required', { field: 'title', column: null, text: '' }, { how: 'type' });
  else if (title !== printed)
    question(builder, 'title-completed', { field: 'title', column: null, text: printed }, title);
  const { date } = facts;
  if (date === null) question(builder, 'missing-date', { field: 'date', column: null, text: '' });
  const { collective, printed: recipientName, unit, role, andOthers } = name;
  if (andOthers !== null) {
    question(builder, 'recipients-incomplete', { field: 'recipients', column: null, text }, String(andOthers));
  }
  const recipient = unit === '' && role === '' ? recipientName : { name: recipientName, role, unit };
  const fields: ProposedRecord['fields'] = {
    ...(title === '' ? {} : { title }),
    ...(date === null ? {} : { date, dateMeaning: '决定日期' }),
    recipients: [recipient],
    collective,
    ...(facts.awardedBy.length === 0 ? {} : { awardedBy: facts.awardedBy }),
    ...(facts.documentNo === '' ? {} : { documentNo: facts.documentNo }),
    ...(facts.title === '' ? {} : { documentTitle: facts.title }),
  };
  const { problems, concerns } = builder;
  walk.rows.push({
    sheet,
    row,
    isHidden: false,
    status: problems.length > 0 ? 'rejected' : concerns.length > 0 ? 'ok-with-concerns' : 'ok',
    records: [{ kind: 'honor', fields, origins: {} }],
    problems,
    concerns,
    originals: [text],
  });
}

function collectiveOf({ open }: Walk): boolean | null {
  return open.findLast(({ heading }) => heading.collective !== null)?.heading.collective ?? null;
}

function doubtsOf(facts: DecisionFacts, rows: readonly ImportRow[]): readonly DecisionDoubt[] {
  return [
    ...(facts.title === '' ? [{ code: 'no-title' } as const] : []),
    ...(facts.date === null ? [{ code: 'no-date' } as const] : []),
    ...(facts.awardedBy.length === 0 ? [{ code: 'no-awarding-body' } as const] : []),
    ...(facts.documentNo === '' ? [{ code: 'no-document-number' } as const] : []),
    ...(rows.length === 0 ? [{ code: 'no-recipients' } as const] : []),
  ];
}

function countDoubt({ heading, found }: Counted): readonly DecisionDoubt[] {
  const { count, line } = heading;
  if (count === null || count === found) return [];
  return [{ code: 'count-differs', row: line.number, heading: line.text, expected: count, found }];
}
