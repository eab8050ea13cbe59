import type { SectionValues } from './book-reading.ts';
import type { ImportProblem, ProposedRecord, Repair } from './import-row.ts';
import { NOTHING } from './no-content.ts';
import { readRecipients, type ReadRecipients } from './read-recipients.ts';
import type { TablePlan } from './table-plan.ts';
import { addOrigin, put, question, refuse, type RowBuilder, type Spot } from './row-builder.ts';
import type { SectionState } from './section-state.ts';
import type { GridRow } from './sheet-grid.ts';

type Finish = {
  readonly row: GridRow;
  /** The data row before this one. */
  readonly above: GridRow | null;
  readonly plan: TablePlan;
  readonly sections: SectionState;
  readonly builder: RowBuilder;
};

/** The body of each kind that a sheet named after a unit, or a section of one, stands for. */
const UNIT_FIELDS = { honor: 'recipients', plan: 'issuers', activity: 'hosts' } as const;
const DATES = { honor: 'date', plan: 'issued', activity: 'date' } as const;

/** Adds what other cells, sections and names say, checks the whole, and makes the records of a row. */
export function finishRow(finish: Finish): readonly ProposedRecord[] {
  const { plan, builder } = finish;
  const { kind } = plan.table;
  finishTitle(finish);
  if (kind === 'honor') finishLevel(finish);
  finishSections(finish);
  const recipients = kind === 'honor' ? recipientsOf(finish) : null;
  finishUnit(finish, recipients !== null && recipients.groups.length > 0);
  if (kind === 'honor') finishDateMeaning(plan, builder);
  finishNote(plan, builder);
  if (builder.fields[DATES[kind]] === undefined && !builder.problems.some(({ field }) => field === DATES[kind])) {
    question(builder, 'missing-date', { field: DATES[kind], column: null, text: '' });
  }
  const { fields } = builder;
  const origins = plan.shareOrigins(builder.origins);
  const groups = recipients?.groups ?? [];
  if (groups.length > 1) return groups.map((group) => ({ kind, fields: { ...fields, ...group }, origins }));
  const [group] = groups;
  if (group) {
    fields['collective'] = group.collective;
    fields['recipients'] = group.recipients;
  }
  return [{ kind, fields, origins }];
}

function finishTitle({ row, above, plan, sections, builder }: Finish): void {
  if (builder.fields['title'] !== undefined || builder.problems.some(({ field }) => field === 'title')) return;
  const [column] = plan.columnsOf.get('title') ?? [];
  const fromSection = column ? null : sections.tell('title');
  if (fromSection !== null && fromSection !== '') {
    put(builder, 'title', fromSection, null);
    const spot: Spot = { field: 'title', column: null, text: fromSection };
    const problem = plan.check('title', fromSection);
    if (problem) refuse(builder, problem.code, spot, { how: 'shorten' }, problem.limit);
    else question(builder, 'title-from-section', spot, fromSection);
    return;
  }
  const copied = above && column ? plan.textOf(above, column.column) : '';
  const repair: Repair =
    copied === '' || row.texts.length === 0 ? { how: 'type' } : { how: 'copy-above', value: copied };
  refuse(builder, 'required', { field: 'title', column: column?.column ?? null, text: '' }, repair);
}

function finishLevel({ plan, sections, builder }: Finish): void {
  const told = sections.tell('level') ?? plan.table.context.level?.value ?? null;
  if (told === null) return;
  const own = builder.fields['level'] as string | undefined;
  const [column] = plan.columnsOf.get('level') ?? [];
  if (own === undefined) {
    if (!builder.problems.some(({ field }) => field === 'level')) put(builder, 'level', told, null);
  } else if (own !== told) {
    question(builder, 'level-clash', { field: 'level', column: column?.column ?? null, text: own }, told);
  }
}

/** What a section says goes to the rows below that do not say it themselves. */
function finishSections({ plan, sections, builder }: Finish): void {
  const tell = (field: string, value: unknown) => {
    if (plan.fields.has(field) && value !== null && builder.fields[field] === undefined)
      put(builder, field, value, null);
  };
  const work = sections.tell('work');
  tell('works', work === null ? null : [work]);
  for (const key of ['planKind', 'activityKind', 'collective'] satisfies (keyof SectionValues)[])
    tell(key, sections.tell(key));
}

const RECIPIENT_PARTS = ['recipients', 'recipients.person', 'recipients.unit', 'recipients.role'] as const;

function recipientsOf({ row, plan, builder }: Finish): ReadRecipients {
  let first: number | null = null;
  const [units = '', persons = '', unitOfPersons = '', role = ''] = RECIPIENT_PARTS.map((field) => {
    let joined = '';
    for (const { column } of plan.columnsOf.get(field) ?? []) {
      const text = plan.textOf(row, column);
      if (text === '' || NOTHING.test(text)) continue;
      first ??= column;
      joined += joined === '' ? text : `、${text}`;
      takeOrigin(row, column, builder);
    }
    return joined;
  });
  const told = builder.fields['collective'];
  const collective = typeof told === 'boolean' ? told : null;
  const texts = { units, persons, unitOfPersons, role, collective };
  const read = readRecipients(texts, plan.context.isKnownUnit, plan.split);
  const spot: Spot = { field: 'recipients', column: first, text: units || persons };
  questionRecipients(read, spot, plan, builder);
  for (const { recipients } of read.groups) {
    const problem = plan.check('recipients', recipients);
    if (problem)
      refuse(builder, problem.code, spot, { how: problem.code === 'too-long' ? 'shorten' : 'type' }, problem.limit);
  }
  return read;
}

function takeOrigin(row: GridRow, column: number, builder: RowBuilder): void {
  addOrigin(builder, 'recipients', column);
  const cell = row.cells[column];
  const isError = typeof cell === 'object' && cell.type === 'error';
  if (isError) refuse(builder, 'error-value', { field: 'recipients', column, text: cell.text }, { how: 'type' });
}

function questionRecipients(read: ReadRecipients, spot: Spot, plan: TablePlan, builder: RowBuilder): void {
  if (read.andOthers !== null) {
    const heading = plan.table.columns.find(({ column }) => column === spot.column)?.headerText ?? '';
    question(builder, 'recipients-incomplete', spot, String(read.andOthers));
    builder.notes.push(heading === '' ? spot.text : `${heading}：${spot.text}`);
  }
  if (read.unpaired !== '') {
    question(builder, 'kept-in-note', spot, read.unpaired);
    builder.notes.push(read.unpaired);
  }
  if (read.groups.length > 1) question(builder, 'mixed-recipients', spot);
}

/** A unit named by a section holds for certain; one that only a sheet is named after is a guess. */
function finishUnit({ plan, sections, builder }: Finish, isTold: boolean): void {
  const { kind, context } = plan.table;
  const field = UNIT_FIELDS[kind];
  if (isTold || builder.fields[field] !== undefined) return;
  const ofSection = sections.tell('unit');
  const unit = ofSection ?? context.unit?.value ?? null;
  if (unit !== null) {
    put(builder, field, [unit], null);
    if (ofSection === null)
      question(builder, 'unit-from-context', { field, column: null, text: context.unit?.text ?? '' }, unit);
  } else if (kind === 'honor') question(builder, 'missing-recipients', { field, column: null, text: '' });
}

/** 发文日期 is the day of the decision, 发证日期 that of the certificate; most headings say neither. */
function finishDateMeaning({ table }: TablePlan, builder: RowBuilder): void {
  if (builder.fields['date'] === undefined || builder.fields['dateMeaning'] !== undefined) return;
  const heading = table.columns.find(({ target }) => target.field === 'date')?.headerText ?? '';
  const meaning = /发文|印发|决定/u.test(heading)
    ? '决定日期'
    : /发证|证书/u.test(heading)
      ? '证书日期'
      : /收到/u.test(heading)
        ? '收到日期'
        : null;
  if (meaning !== null) put(builder, 'dateMeaning', meaning, null);
}

function finishNote(plan: TablePlan, builder: RowBuilder): void {
  if (builder.notes.length === 0) return;
  const note = builder.notes.join('\n');
  builder.fields['note'] = note;
  builder.origins['note'] ??= [];
  const problem = plan.check('note', note);
  const code: ImportProblem['code'] | undefined = problem?.code;
  if (code) refuse(builder, code, { field: 'note', column: null, text: note }, { how: 'shorten' }, problem?.limit);
}
