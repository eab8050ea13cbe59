import { app, dialog, shell, type BrowserWindow } from 'electron';
import { basename, join } from 'node:path';
import type { RequestOf, SavedFile } from '#contract/archive-contract';
import { writeAtomically, writeFailureCode } from '#services/write-atomically';
import { messages } from './messages.ts';

export type FileSaving = {
  readonly save: (request: RequestOf<'file:save'>) => Promise<SavedFile>;
  readonly openSaved: (how: 'open' | 'reveal') => Promise<boolean>;
};

/**
 * Writes what the renderer has made to where the person says. The renderer never names a path: it is chosen in the
 * system's dialog, or given on the command line.
 *
 * @param commandOutput the command's --out, or null in a window
 */
export function createFileSaving(commandOutput: string | null, parent: () => BrowserWindow | null): FileSaving {
  let savedLast: string | null = null;
  return {
    save: async ({ suggestedName, type, bytes }) => {
      const path = commandOutput ?? (await askWhere(parent(), suggestedName, type));
      if (path === null) return { ok: false, code: 'cancelled', detail: '' };
      try {
        await writeAtomically(path, bytes);
      } catch (error) {
        return { ok: false, code: writeFailureCode(error), detail: String(error) };
      }
      savedLast = path;
      return { ok: true, path, bytes: bytes.byteLength };
    },
    openSaved: async (how) => {
      if (savedLast === null) return false;
      if (how === 'open') return (await shell.openPath(savedLast)) === '';
      shell.showItemInFolder(savedLast);
      return true;
    },
  };
}

async function askWhere(parent: BrowserWindow | null, suggestedName: string, type: 'docx'): Promise<string | null> {
  const options = {
    // Only the name counts: whatever path a page might put in front of it is dropped.
    defaultPath: join(app.getPath('documents'), basename(suggestedName.replace(/[\\/:*?"<>|]/g, '_'))),
    filters: [{ name: messages.wordDocument, extensions: [type] }],
  };
  const { canceled, filePath } = parent
    ? await dialog.showSaveDialog(parent, options)
    : await dialog.showSaveDialog(options);
  if (canceled || !filePath) return null;
  return filePath.toLowerCase().endsWith(`.${type}`) ? filePath : `${filePath}.${type}`;
}
