import { app, dialog, shell, type BrowserWindow } from 'electron';
import { basename, join } from 'node:path';
import type { ResponseOf } from '#contract/archive-contract';
import type { Caller, ContractHandlers } from './ipc-host.ts';
import { messages } from './messages.ts';
import { orFailure } from './or-failure.ts';
import { createUnfinishedFiles } from './unfinished-files.ts';

/** What is asked for: `type` is the extension that the file must have; null leaves the name as the person gives it. */
type Wanted = { readonly suggestedName: string; readonly type: 'docx' | 'xlsx' | 'csv' | 'json' | null };
type SavedFile = ResponseOf<'file:keep'> | { readonly ok: false; readonly code: 'cancelled'; readonly detail: string };

export type FileSaving = {
  readonly begin: ContractHandlers['file:begin'];
  readonly append: ContractHandlers['file:append'];
  readonly keep: ContractHandlers['file:keep'];
  readonly discard: ContractHandlers['file:discard'];
  /** Saves by a way of its own that answers the number of bytes; what it throws is a failure of the disk. */
  readonly saveWith: (caller: Caller, wanted: Wanted, write: (path: string) => Promise<number>) => Promise<SavedFile>;
  readonly openSaved: ContractHandlers['file:open-saved'];
};

/**
 * Writes what the renderer has made to where the person says. The renderer never names a path: it is chosen in the
 * system's dialog, or given on the command line.
 *
 * @param commandOutput the command's --out, or null in a window
 * @param isLocked the dialog may still be open when the archive is locked, and must not hand anything out then
 */
export function createFileSaving(commandOutput: string | null, isLocked: () => boolean): FileSaving {
  /** By window: “open” means what was saved there, and only documents of our own making, never an attachment. */
  const savedLast = new Map<number, string>();
  const unfinished = createUnfinishedFiles();
  async function placeOf(caller: Caller, wanted: Wanted): Promise<string | null> {
    const path = commandOutput ?? (await askWhere(caller.window, wanted));
    return isLocked() ? null : path;
  }

  return {
    saveWith: async (caller, wanted, write) => {
      const path = await placeOf(caller, wanted);
      if (path === null) return CANCELLED;
      return orFailure(async () => ({ ok: true, path, bytes: await write(path) }));
    },
    begin: async (wanted, caller) => {
      const path = await placeOf(caller, wanted);
      if (path === null || !caller.window || caller.window.isDestroyed()) return CANCELLED;
      const { webContents } = caller.window;
      return orFailure(async () => ({ ok: true, token: await unfinished.begin(webContents, path) }));
    },
    append: ({ token, bytes }, { id }) =>
      orFailure(async () => {
        await unfinished.append(token, id, bytes);
        return { ok: true };
      }),
    keep: ({ token }, { id }) =>
      orFailure(async () => {
        const saved = await unfinished.keep(token, id);
        savedLast.set(id, saved.path);
        return { ok: true, ...saved };
      }),
    discard: async ({ token }, { id }) => {
      await unfinished.discard(token, id);
      return null;
    },
    openSaved: async (how, caller) => {
      const path = savedLast.get(caller.id);
      if (path === undefined) return false;
      if (how === 'open') return (await shell.openPath(path)) === '';
      shell.showItemInFolder(path);
      return true;
    },
  };
}

const CANCELLED = { ok: false, code: 'cancelled', detail: '' } as const;

async function askWhere(parent: BrowserWindow | null, { suggestedName, type }: Wanted): Promise<string | null> {
  const options = {
    // Only the name counts: whatever path a page might put in front of it is dropped.
    defaultPath: join(app.getPath('documents'), basename(suggestedName.replace(/[\\/:*?"<>|]/g, '_'))),
    filters: type === null ? [] : [{ name: messages.fileTypes[type], extensions: [type] }],
  };
  const { canceled, filePath } = parent
    ? await dialog.showSaveDialog(parent, options)
    : await dialog.showSaveDialog(options);
  if (canceled || !filePath) return null;
  return type === null || filePath.toLowerCase().endsWith(`.${type}`) ? filePath : `${filePath}.${type}`;
}
