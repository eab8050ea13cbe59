import { app, dialog, shell, type BrowserWindow } from 'electron';
import { basename, join } from 'node:path';
import type { RequestOf, SavedFile } from '#contract/archive-contract';
import { writeAtomically, writeFailureCode } from '#services/write-atomically';
import type { Caller } from './ipc-host.ts';
import { messages } from './messages.ts';

/** What is asked for: `type` is the extension that the file must have; null leaves the name as the person gives it. */
type Wanted = { readonly suggestedName: string; readonly type: 'docx' | 'xlsx' | 'csv' | 'json' | null };

export type FileSaving = {
  readonly save: (request: RequestOf<'file:save'>, caller: Caller) => Promise<SavedFile>;
  /** Saves by a way of its own that answers the number of bytes; what it throws is a failure of the disk. */
  readonly saveWith: (caller: Caller, wanted: Wanted, write: (path: string) => Promise<number>) => Promise<SavedFile>;
  readonly openSaved: (how: 'open' | 'reveal', caller: Caller) => Promise<boolean>;
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

  async function saveWith(
    caller: Caller,
    wanted: Wanted,
    write: (path: string) => Promise<number>,
  ): Promise<SavedFile> {
    const path = commandOutput ?? (await askWhere(caller.window, wanted));
    if (path === null || isLocked()) return { ok: false, code: 'cancelled', detail: '' };
    try {
      return { ok: true, path, bytes: await write(path) };
    } catch (error) {
      return { ok: false, code: writeFailureCode(error), detail: String(error) };
    }
  }

  return {
    saveWith,
    save: async ({ suggestedName, type, bytes }, caller) => {
      const saved = await saveWith(caller, { suggestedName, type }, async (path) => {
        await writeAtomically(path, bytes);
        return bytes.byteLength;
      });
      if (saved.ok) savedLast.set(caller.id, saved.path);
      return saved;
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
