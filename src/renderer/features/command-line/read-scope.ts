import type { Command } from '#contract/archive-contract';
import { yearsWindow, type DateWindow } from '#domain/dates/date-window';
import { readDays } from '#domain/dates/read-window';
import { unitScope } from '#domain/document/document-scope';
import { refuse, succeed, type Result } from '#domain/result';
import { createUnitDirectory } from '#domain/units/unit-directory';
import { LEVELS, recogniseLevel } from '#domain/vocabulary/levels';
import type { Archive } from '#storage/archive';
import { listRecords } from '#storage/find-records';
import type { Session } from '../../archive/open-session.ts';
import { optionText, readYear, requireOption, type Refusal } from './command.ts';
import { messages } from './messages.ts';

export const SCOPE_OPTIONS = ['year', 'from', 'to', 'unit', 'level', 'out', 'title', 'editor'];

/** What documents about a window of days ask for; whether it fits together is for their schemas to say. */
export async function readShared(command: Command, { archive, settings }: Session) {
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

export function readWindow(command: Command, today: string): Result<DateWindow, Refusal> {
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
  const days = readDays(text, today);
  if (days !== null) return succeed(days);
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
