import type { ResponseOf } from '#contract/archive-contract';
import { RECORD_PORTION } from '#contract/backup-contract';
import type { OpenPackage } from '#services/backup/open-package';
import { readLines } from '#services/backup/read-lines';
import { restoreBeside } from '#services/backup/restore-beside';
import { cutBehind, presentSource, type RestoreSource, type SourceFile } from '#services/backup/restore-source';
import { isFreeForRestore } from '#services/backup/stage-restore';
import type { Watch } from '#services/backup/watch-work';
import type { BackupServices } from './backup-handlers.ts';
import type { Caller } from './ipc-host.ts';
import { packageFailure, restoreFailure } from './package-failure.ts';

/** The lines of an opened package's journal, some at a time: for the page, which knows what they say. */
export function readJournalOf(opened: OpenPackage): () => Promise<ResponseOf<'package:journal'>> {
  const lines = monthsOf(opened);
  return async () => {
    try {
      const next = await lines.next();
      return { ok: true, text: next.done === true ? null : next.value };
    } catch (error) {
      return packageFailure(error);
    }
  };
}

async function* monthsOf({ journal, read }: OpenPackage): AsyncGenerator<string> {
  for (const month of journal) yield* readLines(read(month), RECORD_PORTION);
}

/** Up to which line of the journal, and who asks for it. */
type WantedCut = { readonly sequence: number; readonly caller: Caller };

/**
 * Restores an archive as it was behind a line of its journal: that of a package, or the present one. Only beside: what
 * is newer is never cut off here.
 */
export async function restoreUpTo(
  services: BackupServices,
  found: OpenPackage | null,
  wanted: WantedCut,
  watch: Watch,
): Promise<ResponseOf<'package:restore-up-to'>> {
  try {
    if (found) return await restoreCut(services, found, wanted, watch);
    const { journal } = services.files;
    const state = journal.status();
    if (state.status === 'damaged') return { ok: false, code: 'damaged', detail: `${state.file}:${state.line}` };
    const { signal } = watch;
    const present = await presentSource(services.files, state.head, { madeAt: new Date().toISOString(), signal });
    if (!present) throw new Error('The journal has lost its own head.');
    return await restoreCut(services, present, wanted, watch);
  } catch (error) {
    if (watch.signal.aborted) return { ok: false, code: 'cancelled', detail: '' };
    return restoreFailure(error);
  }
}

async function restoreCut<File extends SourceFile>(
  { paths }: BackupServices,
  source: RestoreSource<File>,
  { sequence, caller }: WantedCut,
  watch: Watch,
): Promise<ResponseOf<'package:restore-up-to'>> {
  const into = await paths.askFolder(caller);
  if (into === null) return { ok: false, code: 'cancelled', detail: '' };
  const cut = await cutBehind(source, sequence);
  if (!cut) throw new Error(`There is no line ${sequence}.`);
  if (!(await isFreeForRestore(into))) return { ok: false, code: 'not-empty', detail: into };
  await restoreBeside(cut, into, new Date(), watch);
  return { ok: true, folder: into };
}
