import { refuse, succeed } from '#domain/result';
import type { ResponseOf } from '#contract/archive-contract';
import type { Attachment } from '#domain/records/attachment';
import type { Archive } from '#storage/archive';
import { recordTable } from '#storage/database';
import { formatBytes } from '../../archive/attach-messages.ts';
import { callMain } from '../../archive/bridge.ts';
import type { CommandDefinition } from './command.ts';
import { messages } from './messages.ts';

const LOOK_AGAIN_MS = 100;

type FixityState = ResponseOf<'fixity:state'>;
type FinishedState = Exclude<FixityState, { readonly status: 'idle' | 'running' }>;

/**
 * Reads every attachment again and compares it with what it was. Exit code 0 when all are whole, 2 when some are
 * missing, changed or unreadable. Files that no record uses are told and are no problem.
 */
export const fixity: CommandDefinition = {
  options: [],
  arguments: 0,
  run: async (_command, { archive }) => {
    const attachments = await readAttachments(archive);
    const expected = [...new Set(attachments.map(({ sha256 }) => sha256))];
    await callMain('fixity:start', { expected, gentle: false });
    const state = await waitForEnd();
    if (state.status !== 'done') {
      throw new Error(state.status === 'failed' ? state.detail : messages.fixity.cancelled);
    }
    const { at, checked, bytes, problems: found } = state.report;
    const byHash = Map.groupBy(attachments, ({ sha256 }) => sha256);
    const problems = found
      .filter(({ kind }) => kind !== 'unreferenced')
      .map(({ kind, sha256 }) => ({
        kind,
        sha256,
        attachments: (byHash.get(sha256) ?? []).map(({ id, name, owner, deletedAt }) => ({
          id,
          name,
          owner,
          isDeleted: deletedAt !== null,
        })),
      }));
    const unreferenced = found.length - problems.length;
    const summary = messages.fixity.summary(checked, formatBytes(bytes), problems.length, unreferenced);
    const report = { at, checked, bytes, problems, unreferenced };
    if (problems.length === 0) return succeed({ json: { ok: true, ...report }, text: summary });
    const lines = problems.map(({ kind, sha256, attachments: named }) => {
      const names = named.map(({ id, name, owner }) => `${name}（${id}，${owner?.printed ?? ''}）`).join('、');
      return `${kind === 'unreferenced' ? '' : messages.fixity.kinds[kind]}：${names || sha256}`;
    });
    return refuse({ code: 'fixity-problems', message: [summary, ...lines].join('\n'), where: null, ...report });
  },
};

/** Those in the bin too: they may come back. */
async function readAttachments({ database }: Archive): Promise<readonly Attachment[]> {
  return recordTable(database, 'attachment').toArray();
}

async function waitForEnd(): Promise<FinishedState> {
  for (;;) {
    const state = await callMain('fixity:state', null);
    if (state.status !== 'running' && state.status !== 'idle') return state;
    await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS));
  }
}
