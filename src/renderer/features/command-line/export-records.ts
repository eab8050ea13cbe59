import type { Command } from '#contract/archive-contract';
import { chronicleOptionsSchema } from '#domain/chronicle/chronicle-options';
import {
  COMPILATION_GROUPINGS,
  compilationOptionsSchema,
  USUAL_DETAILS,
} from '#domain/compilation/compilation-options';
import { yearsWindow, type DateWindow } from '#domain/dates/date-window';
import { parseFuzzyDate } from '#domain/dates/parse-fuzzy-date';
import { unitScope } from '#domain/document/document-scope';
import { ENTRY_KINDS } from '#domain/records/record-base';
import { refuse, succeed, type Result } from '#domain/result';
import { createUnitDirectory } from '#domain/units/unit-directory';
import { LEVELS, recogniseLevel } from '#domain/vocabulary/levels';
import type { Archive } from '#storage/archive';
import { listRecords } from '#storage/find-records';
import * as v from 'valibot';
import type { Session } from '../../archive/open-session.ts';
import { optionText, readYear, requireOption, type CommandDefinition, type Refusal } from './command.ts';
import { messages } from './messages.ts';
import { writeDocument } from './write-document.ts';

const SCOPE_OPTIONS = ['year', 'from', 'to', 'unit', 'level', 'out', 'title', 'editor'];

/** Writes the Word compilation of the honours of some years. */
export const exportHonors: CommandDefinition = {
  options: [...SCOPE_OPTIONS, 'by'],
  switches: ['undated', 'verified'],
  arguments: 1,
  run: async (command, session) => {
    const shared = await readShared(command, session);
    if (!shared.ok) return shared;
    const by = optionText(command, 'by') ?? 'level';
    const groupBy = COMPILATION_GROUPINGS.find((grouping) => grouping === by);
    if (!groupBy) {
      const message = messages.badGrouping(by, COMPILATION_GROUPINGS.join('、'));
      return refuse({ code: 'bad-option', message, where: '--by' });
    }
    const includeUnverified = command.options['verified'] !== true;
    const own = { groupBy, details: USUAL_DETAILS, includeUnverified };
    const options = v.safeParse(compilationOptionsSchema, { ...shared.value, ...own });
    if (!options.success) return badOptions(options.issues);
    return writeDocument(session.archive, { kind: 'honors', options: options.output }, 'honors');
  },
};

/** Writes the Word chronicle of some years. */
export const exportChronicle: CommandDefinition = {
  options: SCOPE_OPTIONS,
  switches: ['undated'],
  arguments: 1,
  run: async (command, session) => {
    const shared = await readShared(command, session);
    if (!shared.ok) return shared;
    const options = v.safeParse(chronicleOptionsSchema, { ...shared.value, kinds: ENTRY_KINDS });
    if (!options.success) return badOptions(options.issues);
    return writeDocument(session.archive, { kind: 'chronicle', options: options.output }, 'chronicle');
  },
};

function badOptions(issues: Parameters<typeof v.summarize>[0]) {
  return refuse({ code: 'bad-option', message: messages.badDocument(v.summarize(issues)), where: null });
}

/** What both documents ask for; whether it fits together is for their schemas to say. */
async function readShared(command: Command, { archive, settings }: Session) {
  const window = readWindow(command, archive.today());
  if (!window.ok) return window;
  const out = requireOption(command, 'out');
  if (!out.ok) return out;
  const level = readLevel(command);
  if (!level.ok) return level;
  const unit = await readUnit(command, archive);
  if (!unit.ok) return unit;
  const title = optionText(command, 'title');
  const editor = optionText(command, 'editor') ?? settings.editor;
  return succeed({
    window: window.value,
    unit: unit.value,
    level: level.value,
    includeUndated: command.options['undated'] === true,
    ...(title === null ? {} : { title }),
    ...(editor ? { editor } : {}),
    compiledOn: archive.today(),
  });
}

function readWindow(command: Command, today: string): Result<DateWindow, Refusal> {
  const year = readYear(command);
  if (!year.ok) return year;
  const isByYear = year.value !== null;
  const [from, to] = [optionText(command, 'from'), optionText(command, 'to')];
  if (isByYear ? from !== null || to !== null : from === null || to === null) {
    const where = !isByYear && from !== null ? '--to' : '--from';
    return refuse({ code: 'bad-option', message: messages.whichWindow, where });
  }
  if (year.value !== null) return succeed(yearsWindow(year.value, year.value));
  const [first, last] = [readBoundary('from', from ?? '', today), readBoundary('to', to ?? '', today)];
  if (!first.ok) return first;
  if (!last.ok) return last;
  return succeed({ from: first.value.from, to: last.value.to });
}

function readBoundary(option: 'from' | 'to', text: string, today: string): Result<DateWindow, Refusal> {
  const parsed = parseFuzzyDate(text, { today });
  const { start = null, end = null } = parsed.ok ? parsed.value.date : {};
  if (start !== null && end !== null) return succeed({ from: start, to: end });
  return refuse({ code: 'bad-date', message: messages.badBoundary(option, text), where: `--${option}` });
}

function readLevel(command: Command): Result<(typeof LEVELS)[number] | null, Refusal> {
  const text = optionText(command, 'level');
  const level = text === null ? null : recogniseLevel(text);
  if (text === null || level !== null) return succeed(level);
  return refuse({ code: 'bad-level', message: messages.badLevel(text, LEVELS.join('、')), where: '--level' });
}

async function readUnit(command: Command, { database }: Archive) {
  const name = optionText(command, 'unit');
  if (name === null) return succeed(null);
  const [units, changes] = await Promise.all([listRecords(database, 'unit'), listRecords(database, 'unitChange')]);
  const unit = createUnitDirectory(units).find(name);
  if (unit !== null) return succeed(unitScope(unit, changes));
  return refuse({ code: 'unknown-unit', message: messages.unknownUnit(name), where: '--unit' });
}
