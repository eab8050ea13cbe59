import type { Command } from '#contract/archive-contract';
import type { ArchiveRecord } from '#domain/records/archive-record';
import { refuse, succeed, type Result } from '#domain/result';
import type { Refusal } from './command.ts';
import { messages } from './messages.ts';

/** The record that the first argument of a command names, looked for by `find`. */
export async function requireRecord(
  command: Command,
  find: (id: string) => Promise<ArchiveRecord | null>,
): Promise<Result<ArchiveRecord, Refusal>> {
  const id = command.arguments[0];
  if (id === undefined) {
    return refuse({ code: 'bad-argument', message: messages.argumentRequired('编号'), where: 'ID' });
  }
  const record = await find(id);
  return record === null ? refuse({ code: 'not-found', message: messages.notFound(id), where: id }) : succeed(record);
}
