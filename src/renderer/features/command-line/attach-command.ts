import { isFindable, recordTitle } from '#domain/records/archive-record';
import { ATTACHMENT_ROLES, type AttachmentRole } from '#domain/vocabulary/attachment-terms';
import { refuse, succeed, type Result } from '#domain/result';
import type { Command } from '#contract/archive-contract';
import { attachFiles, type AttachedFiles } from '#storage/attach-files';
import { findRecord, listRecords } from '#storage/find-records';
import { attachMessages } from '../../archive/attach-messages.ts';
import { takeFiles } from '../../archive/attach-run.ts';
import { describeCommitFailure } from '../../archive/problem-messages.ts';
import { optionText, type CommandDefinition, type Refusal } from './command.ts';
import { messages } from './messages.ts';

/**
 * `attach ID FILE…`: copies files into the archive and attaches them to a record. All or nothing: when one cannot be
 * copied, none is attached.
 */
export const attach: CommandDefinition = {
  options: ['role'],
  arguments: Number.POSITIVE_INFINITY,
  run: async (command, { archive }) => {
    const id = command.arguments[0];
    if (id === undefined || command.files.length === 0) {
      const message = messages.argumentRequired(messages.attach.arguments);
      return refuse({ code: 'bad-argument', message, where: id === undefined ? 'ID' : 'FILE' });
    }
    const role = readRole(command);
    if (!role.ok) return role;
    const record = await findRecord(archive.database, id);
    if (!record || !isFindable(record)) {
      return refuse({ code: 'not-found', message: messages.notFound(id), where: id });
    }
    const wanted = command.files.map((file) => ({
      file,
      ownerId: id,
      ...(role.value === null ? {} : { role: role.value }),
    }));
    const present = await listRecords(archive.database, 'attachment');
    const taken = await takeFiles(wanted, present, () => undefined, new AbortController().signal);
    const [failed] = taken.failed;
    if (failed) {
      const message = `${attachMessages.failed(failed.name, failed.code)}${messages.attach.none}`;
      return refuse({ code: failed.code, message, where: failed.name });
    }
    let attached: AttachedFiles | null = null;
    if (taken.stored.length > 0) {
      const result = await attachFiles(archive, taken.stored);
      if (!result.ok) {
        return refuse({ code: result.error.code, message: describeCommitFailure(result.error), where: id });
      }
      attached = result.value;
    }
    const attachments = (attached?.attachments ?? []).map(
      ({ id: attachmentId, name, sha256, bytes, mime, role: as }) => ({
        id: attachmentId,
        name,
        role: as,
        mime,
        bytes,
        sha256,
      }),
    );
    const repeated = taken.repeated.map(({ name }) => name);
    const title = recordTitle(record);
    const lines = [
      ...attachments.map(({ id: attachmentId, name, role: as }) => `${attachmentId}  ${as}  ${name}`),
      ...repeated.map((name) => attachMessages.repeated(name, title)),
      attachMessages.attached(attachments.length, title),
    ];
    return succeed({
      json: { ok: true, owner: id, sequence: attached?.sequence ?? null, attachments, repeated },
      text: lines.join('\n'),
    });
  },
};

function readRole(command: Command): Result<AttachmentRole | null, Refusal> {
  const word = optionText(command, 'role');
  if (word === null) return succeed(null);
  const role = ATTACHMENT_ROLES.find((each) => each === word);
  if (role !== undefined) return succeed(role);
  return refuse({
    code: 'bad-option',
    message: messages.attach.badRole(word, ATTACHMENT_ROLES.join('、')),
    where: '--role',
  });
}
