import type { Command } from '#contract/archive-contract';
import { answerQuestion, type Answer } from '#domain/answer/answer-question';
import {
  DATE_RULES,
  LINE_PARTS,
  readQuestion,
  RECIPIENT_PARTS,
  USUAL_REQUEST,
  type AnswerQuestion,
} from '#domain/answer/answer-request';
import { certifiedIds } from '#domain/attachments/certified-ids';
import { isLedgerRecord, type ArchiveRecord } from '#domain/records/archive-record';
import { unitDisplayName } from '#domain/records/unit';
import { refuse, succeed, type Result } from '#domain/result';
import { createUnitDirectory, type UnitDirectory } from '#domain/units/unit-directory';
import { createSuccession } from '#domain/units/unit-line';
import { recordsByUnit } from '#domain/units/unit-tally';
import { LEVELS, recogniseLevel, type Level } from '#domain/vocabulary/levels';
import type { Archive } from '#storage/archive';
import { allRows } from '#storage/inspect-copy';
import { answerMessages } from '../../archive/answer-messages.ts';
import { optionText, type Refusal } from './command.ts';
import { messages } from './messages.ts';

/** The options and switches that a question is put together from. */
export const QUESTION_OPTIONS = ['unit', 'line', 'level', 'from', 'to', 'recipients', 'dates'] as const;
export const QUESTION_SWITCHES = ['revoked', 'unknown-level'] as const;

export type Asked = { readonly answer: Answer; readonly units: UnitDirectory };

/** Understands the question of a command and answers it from the archive as it is now. */
export async function askQuestion(command: Command, archive: Archive): Promise<Result<Asked, Refusal>> {
  const rows = (await allRows(archive.database)).filter(({ deletedAt }) => deletedAt === null);
  const units = createUnitDirectory(rows.filter((row) => row.kind === 'unit'));
  const question = questionOf(command, units, archive.today());
  return question.ok ? succeed({ answer: answerQuestion(question.value, sourceOf(rows)), units }) : question;
}

function sourceOf(rows: readonly ArchiveRecord[]) {
  const byUnit = recordsByUnit(rows.filter(isLedgerRecord));
  return {
    honors: rows.filter((row) => row.kind === 'honor'),
    recordsOf: (unitId: string) => byUnit.get(unitId) ?? [],
    succession: createSuccession(rows.filter((row) => row.kind === 'unitChange')),
    certified: certifiedIds(rows.filter((row) => row.kind === 'attachment')),
  };
}

function questionOf(command: Command, units: UnitDirectory, today: string): Result<AnswerQuestion, Refusal> {
  const unitId = readUnit(optionText(command, 'unit'), units);
  if (!unitId.ok) return unitId;
  const levels = readLevels(optionText(command, 'level'));
  if (!levels.ok) return levels;
  const line = readChoice(command, 'line', LINE_PARTS, USUAL_REQUEST.line);
  if (!line.ok) return line;
  const recipients = readChoice(command, 'recipients', RECIPIENT_PARTS, USUAL_REQUEST.recipients);
  if (!recipients.ok) return recipients;
  const dates = readChoice(command, 'dates', DATE_RULES, USUAL_REQUEST.dates);
  if (!dates.ok) return dates;
  const request = {
    unitId: unitId.value,
    line: line.value,
    levels: levels.value,
    from: optionText(command, 'from') ?? '',
    to: optionText(command, 'to') ?? '',
    recipients: recipients.value,
    dates: dates.value,
    revoked: command.options['revoked'] === true,
    unknownLevel: command.options['unknown-level'] === true,
  };
  const question = readQuestion(request, today);
  if (question.ok) return question;
  const { code, where } = question.error;
  return refuse({ code, message: `--${where} ${answerMessages.problem(question.error)}`, where: `--${where}` });
}

/** A unit by its id or by any name that only it is known by. */
function readUnit(named: string | null, units: UnitDirectory): Result<string | null, Refusal> {
  if (named === null) return succeed(null);
  const byId = units.get(named);
  if (byId) return succeed(byId.id);
  const found = units.findAll(named);
  const [unit] = found;
  if (!unit) return refuse({ code: 'unknown-unit', message: messages.answer.unknownUnit(named), where: '--unit' });
  if (found.length === 1) return succeed(unit.id);
  const bearers = found.map((each) => `${each.id} ${unitDisplayName(each)}`);
  return refuse({ code: 'ambiguous-unit', message: messages.answer.ambiguousUnit(named, bearers), where: '--unit' });
}

/** Levels apart by commas, in any of the words that ledgers have for them; none asks about all. */
function readLevels(typed: string | null): Result<readonly Level[], Refusal> {
  const words = (typed ?? '').split(/[,，、]/).filter((word) => word.trim() !== '');
  const chosen = new Set<Level>();
  for (const word of words) {
    const level = recogniseLevel(word);
    if (level === null) {
      return refuse({
        code: 'bad-level',
        message: messages.answer.badLevel(word, LEVELS.join('、')),
        where: '--level',
      });
    }
    chosen.add(level);
  }
  return succeed(LEVELS.filter((level) => chosen.has(level)));
}

function readChoice<const T extends string>(
  command: Command,
  option: string,
  choices: readonly T[],
  usual: T,
): Result<T, Refusal> {
  const value = optionText(command, option);
  if (value === null) return succeed(usual);
  const choice = choices.find((each) => each === value);
  if (choice !== undefined) return succeed(choice);
  const message = messages.answer.badChoice(option, value, choices.join('、'));
  return refuse({ code: 'bad-option', message, where: `--${option}` });
}
