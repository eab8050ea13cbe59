import { refuse, succeed, type Result } from '#domain/result';
import type { Command } from '#contract/archive-contract';
import type { Archive } from '#storage/archive';
import { findLastUndoable, undoChangeSet } from '#storage/undo-change-set';
import { describeCommitFailure } from '../../archive/problem-messages.ts';
import type { CommandDefinition, Refusal } from './command.ts';
import { messages } from './messages.ts';

/** Takes back the change set of that number, or the last one that has not been taken back yet. */
export const undo: CommandDefinition = {
  options: [],
  arguments: 1,
  run: async (command, { archive }) => {
    const wanted = await readSequence(command, archive);
    if (!wanted.ok) return wanted;
    const undone = await undoChangeSet(archive, wanted.value, 'undo');
    if (!undone.ok) {
      const { code } = undone.error;
      return refuse({ code, message: describeCommitFailure(undone.error), where: String(wanted.value) });
    }
    const { sequence, changes } = undone.value;
    const applied = await archive.database.changeSets.get(sequence);
    const label = applied?.changeSet.label ?? '';
    return succeed({
      json: { ok: true, undone: wanted.value, sequence, label, records: changes.length },
      text: messages.undone(wanted.value, label, changes.length),
    });
  },
};

async function readSequence(command: Command, { database }: Archive): Promise<Result<number, Refusal>> {
  const word = command.arguments[0];
  if (word === undefined) {
    const last = await findLastUndoable(database);
    if (last !== null) return succeed(last);
    return refuse({ code: 'nothing-to-undo', message: messages.nothingToUndo, where: null });
  }
  const sequence = /^[1-9]\d{0,14}$/.test(word) ? Number(word) : null;
  if (sequence === null) return refuse({ code: 'bad-argument', message: messages.badSequence(word), where: word });
  const isThere = (await database.changeSets.get(sequence)) !== undefined;
  if (isThere) return succeed(sequence);
  return refuse({ code: 'not-found', message: messages.noSuchChange(sequence), where: word });
}
