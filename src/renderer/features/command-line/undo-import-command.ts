import type { EditedSince } from '#domain/import/plan-import-undo';
import { recordTitle } from '#domain/records/archive-record';
import { refuse, succeed } from '#domain/result';
import { inspectImport, undoImport } from '#storage/undo-import';
import { fieldLabel } from '../../archive/field-labels.ts';
import { describeCommitFailure } from '../../archive/problem-messages.ts';
import { KIND_NAMES } from '../../components/kind-names.ts';
import type { CommandDefinition } from './command.ts';
import { messages } from './messages.ts';

/** `undo-import BATCH`: takes a whole import back, or says what that would do; names what was worked on since. */
export const undoImportCommand: CommandDefinition = {
  options: [],
  switches: ['keep-edited', 'dry-run'],
  arguments: 1,
  run: async (command, { archive }) => {
    const batch = command.arguments[0];
    if (batch === undefined) {
      return refuse({
        code: 'bad-argument',
        message: messages.argumentRequired(messages.undoImport.batch),
        where: 'BATCH',
      });
    }
    const keepEdited = command.options['keep-edited'] === true;
    const isDryRun = command.options['dry-run'] === true;
    const undone = isDryRun
      ? await inspectImport(archive, batch, keepEdited)
      : await undoImport(archive, batch, { keepEdited });
    if (!undone.ok) {
      const { code } = undone.error;
      if (code === 'gone')
        return refuse({ code: 'not-found', message: messages.undoImport.notFound(batch), where: batch });
      return refuse({ code, message: describeCommitFailure(undone.error), where: batch });
    }
    const { batch: made, takenBack, units, edited, gone } = undone.value;
    const sequence = 'sequence' in undone.value ? undone.value.sequence : null;
    const changed = edited.map((each) => ({
      id: each.record.id,
      kind: each.record.kind,
      title: recordTitle(each.record),
      fields: each.fields,
      along: each.dependents.map(({ id, kind }) => ({ id, kind })),
      kept: keepEdited,
    }));
    const lines = [
      ...(isDryRun ? [messages.undoImport.planned] : []),
      messages.undoImport.done(made.title, takenBack, units),
      ...edited.map((each) => messages.undoImport.edited(recordTitle(each.record), whatChanged(each), keepEdited)),
    ];
    return succeed({
      json: { ok: true, batch, sequence, takenBack, units, gone, edited: changed },
      text: lines.join('\n'),
    });
  },
};

function whatChanged({ record, fields, dependents }: EditedSince): string {
  const names = [
    ...fields.map((name) => fieldLabel(name, record.kind)),
    ...dependents.map(({ kind }) => KIND_NAMES[kind]),
  ];
  return [...new Set(names)].join('、');
}
