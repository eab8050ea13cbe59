import type { Command } from '#contract/archive-contract';
import { refuse, succeed, type Result } from '#domain/result';
import { callMain } from '../../archive/bridge.ts';
import { openSession } from '../../archive/open-session.ts';
import {
  checkWords,
  optionText,
  type Answer,
  type CommandDefinition,
  type Refusal,
  type UnopenedCommandDefinition,
} from './command.ts';
import { answer } from './answer-command.ts';
import { attach } from './attach-command.ts';
import { backup, backups } from './backup-command.ts';
import { exportDocument } from './export-command.ts';
import { fields } from './fields-command.ts';
import { fixity } from './fixity-command.ts';
import { history } from './history-command.ts';
import { filing } from './filing-command.ts';
import { health } from './health-command.ts';
import { importFile } from './import-command.ts';
import { messages } from './messages.ts';
import { openingRefusal } from './opening-refusal.ts';
import { rebuild } from './rebuild-command.ts';
import { rehearse, restore } from './package-commands.ts';
import { add, get, list, sample } from './record-commands.ts';
import { reindex, search } from './search-command.ts';
import { undo } from './undo-command.ts';
import { undoImportCommand } from './undo-import-command.ts';
import { units } from './units-command.ts';
import { verify } from './verify-command.ts';

const COMMANDS: ReadonlyMap<string, CommandDefinition | UnopenedCommandDefinition> = new Map<
  string,
  CommandDefinition | UnopenedCommandDefinition
>([
  ['sample', sample],
  ['fields', fields],
  ['add', add],
  ['get', get],
  ['list', list],
  ['search', search],
  ['reindex', reindex],
  ['answer', answer],
  ['export', exportDocument],
  ['attach', attach],
  ['fixity', fixity],
  ['filing', filing],
  ['units', units],
  ['history', history],
  ['undo', undo],
  ['import', importFile],
  ['undo-import', undoImportCommand],
  ['verify', verify],
  ['rebuild', rebuild],
  ['health', health],
  ['backup', backup],
  ['backups', backups],
  ['restore', restore],
  ['rehearse', rehearse],
]);

/** Runs the command that this page was started for, and ends the program with its exit code. */
export async function runCommand(command: Command): Promise<void> {
  const outcome = await execute(command).catch((error: unknown) => error);
  if (outcome instanceof Error || typeof outcome !== 'object' || outcome === null || !('ok' in outcome)) {
    const message = messages.fault(outcome instanceof Error ? outcome.message : String(outcome));
    const stack = outcome instanceof Error ? `${outcome.stack ?? ''}\n` : '';
    return finish(command, 1, { ok: false, error: { code: 'fault', message, where: null } }, message, stack);
  }
  const result = outcome as Result<Answer, Refusal>;
  if (result.ok) return finish(command, 0, result.value.json, result.value.text, '');
  const { report, ...error } = result.error;
  return finish(command, 2, { ok: false, error, ...report }, error.message, '');
}

async function execute(command: Command): Promise<Result<Answer, Refusal>> {
  if (command.options['help'] === true || command.name === 'help') {
    return succeed({ json: { ok: true, usage: messages.usage }, text: messages.usage });
  }
  const definition = COMMANDS.get(command.name);
  if (!definition) {
    const message = command.name === '' ? messages.noCommand : messages.unknownCommand(command.name);
    return refuse({ code: 'unknown-command', message: `${message}\n${messages.usage}`, where: command.name || null });
  }
  const badWords = checkWords(command, definition);
  if (badWords) return refuse(badWords);
  if ('runUnopened' in definition) return definition.runUnopened(command);
  const closed = definition.withoutArchive?.(command);
  if (closed) return closed;
  const opening = await openSession();
  if (!opening.ok) {
    const isDamaged = opening.failure.code === 'journal-damaged';
    if (isDamaged && definition.runDamaged) return definition.runDamaged(command);
    return refuse(openingRefusal(opening.failure));
  }
  const operator = optionText(command, 'operator');
  if (operator !== null) opening.session.setOperator(operator.trim());
  return definition.run(command, opening.session);
}

async function finish(command: Command, exitCode: 0 | 1 | 2, json: object, text: string, log: string): Promise<void> {
  const stdout = command.json ? `${JSON.stringify(json)}\n` : exitCode === 0 ? `${text}\n` : '';
  const stderr = command.json || exitCode === 0 ? log : `${text}\n${log}`;
  await callMain('command:finish', { exitCode, stdout, stderr });
}
