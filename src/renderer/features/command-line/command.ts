import type { Command } from '#contract/archive-contract';
import { LONGEST_OPERATOR } from '#contract/settings';
import { refuse, succeed, type Result } from '#domain/result';
import type { Session } from '../../archive/open-session.ts';
import { messages } from './messages.ts';

/** What a command answers: `json` for --json, `text` for people; both say the same. */
export type Answer = { readonly json: object; readonly text: string };

/** A bad request or bad input (exit code 2). `where` names the option, field or argument. */
export type Refusal = {
  readonly code: string;
  readonly message: string;
  readonly where: string | null;
  /** What else `--json` is told beside the error. */
  readonly report?: object;
};

type CommandWords = {
  /** Options besides those that every command has; each takes a value unless it is in `switches`. */
  readonly options: readonly string[];
  readonly switches?: readonly string[];
  /** How many plain arguments may follow the command's name. */
  readonly arguments: number;
};

export type CommandDefinition = CommandWords & {
  /** Runs the command without opening the archive, which may be damaged; null: it has to be open. */
  readonly withoutArchive?: (command: Command) => Promise<Result<Answer, Refusal>> | null;
  readonly run: (command: Command, session: Session) => Promise<Result<Answer, Refusal>>;
  /** Runs it when the archive does not open because its journal is damaged in the middle; without it, it is refused. */
  readonly runDamaged?: (command: Command) => Promise<Result<Answer, Refusal>>;
};

/** A command that is run without opening the archive first: it must do its work when that fails. */
export type UnopenedCommandDefinition = CommandWords & {
  readonly runUnopened: (command: Command) => Promise<Result<Answer, Refusal>>;
};

const COMMON_OPTIONS = ['data', 'json', 'help', 'operator', 'read-only', 'passphrase-file'];

/** Checks the words of a command before anything is opened or changed. */
export function checkWords(command: Command, definition: CommandWords): Refusal | null {
  const switches = [...(definition.switches ?? []), 'json', 'help', 'read-only'];
  for (const [option, value] of Object.entries(command.options)) {
    if (![...COMMON_OPTIONS, ...definition.options, ...switches].includes(option)) {
      return { code: 'unknown-option', message: messages.unknownOption(option, command.name), where: `--${option}` };
    }
    if (value === true && !switches.includes(option)) {
      return { code: 'bad-option', message: messages.optionNeedsValue(option), where: `--${option}` };
    }
  }
  const operator = optionText(command, 'operator');
  if (operator !== null && (operator.trim() === '' || operator.trim().length > LONGEST_OPERATOR)) {
    return { code: 'bad-option', message: messages.badOperator, where: '--operator' };
  }
  const extra = command.arguments[definition.arguments];
  if (extra === undefined) return null;
  return { code: 'bad-argument', message: messages.tooManyArguments(extra), where: extra };
}

export function optionText(command: Command, option: string): string | null {
  const value = command.options[option];
  return typeof value === 'string' ? value : null;
}

export function requireOption(command: Command, option: string): Result<string, Refusal> {
  const value = optionText(command, option);
  if (value !== null && value !== '') return succeed(value);
  return refuse({ code: 'bad-option', message: messages.optionRequired(option), where: `--${option}` });
}

export function readKind<const K extends string>(command: Command, kinds: readonly K[]): Result<K | null, Refusal> {
  const value = optionText(command, 'kind');
  if (value === null) return succeed(null);
  const kind = kinds.find((candidate) => candidate === value);
  if (kind !== undefined) return succeed(kind);
  return refuse({ code: 'bad-kind', message: messages.badKind(value, kinds.join('、')), where: '--kind' });
}

export function requireKind<const K extends string>(command: Command, kinds: readonly K[]): Result<K, Refusal> {
  const kind = readKind(command, kinds);
  if (!kind.ok || kind.value !== null) return kind as Result<K, Refusal>;
  return refuse({ code: 'bad-option', message: messages.optionRequired('kind'), where: '--kind' });
}

const YEARS = { from: 1949, to: 2100 };

export function readYear(command: Command): Result<number | null, Refusal> {
  const value = optionText(command, 'year');
  if (value === null) return succeed(null);
  const year = /^\d{4}$/.test(value) ? Number(value) : Number.NaN;
  if (year >= YEARS.from && year <= YEARS.to) return succeed(year);
  return refuse({ code: 'bad-year', message: messages.badYear(value), where: '--year' });
}
