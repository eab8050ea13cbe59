import { checkSeries } from '#domain/filing/check-series';
import { FILABLE_KINDS, filedPaper, type FilableRecord } from '#domain/filing/filable-record';
import { CATALOGUE_COLUMNS, catalogueRows } from '#domain/filing/filing-catalogue';
import { catalogueItem } from '#domain/filing/filing-register';
import { planIssue, type IssueProblem } from '#domain/filing/plan-issue';
import { recogniseRetention } from '#domain/filing/retention';
import type { Command } from '#contract/archive-contract';
import { refuse, succeed, type Result } from '#domain/result';
import type { Archive } from '#storage/archive';
import { readFilables, readFilingBooks, type FilingBooks } from '#storage/filing-books';
import { issueCodes, type IssueRequest } from '#storage/filing-issue';
import { listRecords } from '#storage/find-records';
import { describeCommitFailure } from '../../archive/problem-messages.ts';
import { optionText, readYear, requireOption, type Answer, type CommandDefinition, type Refusal } from './command.ts';
import { messages } from './messages.ts';

const PARTS = ['check', 'issue', 'catalogue'] as const;

/** `filing check`, `filing issue`, `filing catalogue`. */
export const filing: CommandDefinition = {
  options: ['ids', 'year', 'retention', 'department'],
  arguments: 1,
  run: async (command, { archive }) => {
    const part = PARTS.find((each) => each === command.arguments[0]);
    switch (part) {
      case 'check':
        return check(archive);
      case 'issue':
        return issue(command, archive);
      case 'catalogue':
        return catalogue(command, archive);
      case undefined: {
        const message = messages.argumentRequired(PARTS.join(' / '));
        return refuse({ code: 'bad-argument', message, where: command.arguments[0] ?? 'filing' });
      }
    }
  },
};

async function check({ database }: Archive): Promise<Result<Answer, Refusal>> {
  const { register, template } = await readFilingBooks(database);
  const findings = checkSeries(template, register.issued);
  const codes = register.issued.filter(({ withdrawn }) => !withdrawn).length;
  return succeed({
    json: { ok: true, codes, withdrawn: register.withdrawn.map(({ code }) => code), findings },
    text: [...findings.map((finding) => JSON.stringify(finding)), messages.filing.checked(codes, findings.length)].join(
      '\n',
    ),
  });
}

async function catalogue(command: Command, { database }: Archive): Promise<Result<Answer, Refusal>> {
  const year = readYear(command);
  if (!year.ok) return year;
  const { register, template } = await readFilingBooks(database);
  const filed = [...register.itemOf].filter(
    ([, item]) => item.code !== '' && (year.value === null || item.year === year.value),
  );
  const owners = await readFilables(
    database,
    filed.map(([id]) => id),
  );
  const items = filed.flatMap(([id, item]) => {
    const owner = owners.get(id);
    return owner ? [catalogueItem(item, owner)] : [];
  });
  const rows = catalogueRows(items, template);
  return succeed({
    json: { ok: true, columns: CATALOGUE_COLUMNS.map(({ title }) => title), rows: rows.map(({ cells }) => cells) },
    text: [...rows.map(({ cells }) => cells.join('\t')), messages.listed(rows.length)].join('\n'),
  });
}

async function issue(command: Command, archive: Archive): Promise<Result<Answer, Refusal>> {
  const word = requireOption(command, 'retention');
  if (!word.ok) return word;
  const retention = recogniseRetention(word.value);
  if (retention === null) {
    return refuse({ code: 'bad-retention', message: messages.filing.badRetention(word.value), where: '--retention' });
  }
  const year = readYear(command);
  if (!year.ok) return year;
  const books = await readFilingBooks(archive.database);
  const chosen = await choose(command, archive, books, year.value);
  if (!chosen.ok) return chosen;
  const requests = chosen.value.map((record): IssueRequest => {
    const noted = books.register.itemOf.get(record.id);
    const department = optionText(command, 'department') ?? noted?.department ?? '';
    return { id: record.id, year: noted?.year ?? filedPaper(record).year, retention, department };
  });
  const [problem] = findProblems(books, chosen.value, requests);
  if (problem) return refuse(problem);
  if (requests.length === 0) return succeed({ json: { ok: true, codes: [] }, text: messages.filing.nothing });
  const issued = await issueCodes(archive, requests, messages.filing.label(requests.length));
  if (!issued.ok) return refuse({ code: issued.error.code, message: describeCommitFailure(issued.error), where: null });
  const { codes, sequence } = issued.value;
  return succeed({ json: { ok: true, codes, sequence }, text: [...codes, messages.listed(codes.length)].join('\n') });
}

/** The records that --ids names, or all of a year that have no code yet. */
async function choose(
  command: Command,
  { database }: Archive,
  { register }: FilingBooks,
  year: number | null,
): Promise<Result<readonly FilableRecord[], Refusal>> {
  const ids = optionText(command, 'ids');
  if (ids !== null) {
    const wanted = ids.split(',').map((id) => id.trim());
    const found = await readFilables(database, wanted);
    const missing = wanted.find((id) => !found.has(id));
    if (missing === undefined) return succeed([...found.values()]);
    return refuse({ code: 'not-found', message: messages.notFound(missing), where: missing });
  }
  if (year === null) {
    return refuse({ code: 'bad-option', message: messages.filing.whichRecords, where: '--ids' });
  }
  const lists: readonly (readonly FilableRecord[])[] = await Promise.all(
    FILABLE_KINDS.map((kind) => listRecords(database, kind)),
  );
  const hasNone = ({ id }: FilableRecord) => (register.itemOf.get(id)?.code ?? '') === '';
  return succeed(lists.flat().filter((record) => filedPaper(record).year === year && hasNone(record)));
}

function findProblems(
  { settings, register }: FilingBooks,
  records: readonly FilableRecord[],
  requests: readonly IssueRequest[],
): readonly Refusal[] {
  if (settings === null) return [{ code: 'bad-settings', message: messages.filing.badSettings, where: null }];
  const papers = new Map(records.map((record) => [record.id, filedPaper(record)]));
  const candidates = requests.flatMap((request) => {
    const paper = papers.get(request.id);
    return paper ? [{ ...request, title: paper.title, date: paper.date }] : [];
  });
  return planIssue(settings, candidates, register.issued).problems.map(problemRefusal);
}

function problemRefusal({ id, title, code, segment }: IssueProblem): Refusal {
  return { code, message: messages.filing.cannotIssue(title, segment, code), where: id };
}
