import { dialog, type BrowserWindow } from 'electron';
import type { ResponseOf } from '#contract/archive-contract';
import { offerFolder } from '#services/attachment-folder';
import type { OfferedFile, Offers } from '#services/attachment-offers';
import { messages } from './messages.ts';

/** One folder of scans at a time; whoever has more chooses the folders below it. */
const MOST_FILES = 5_000;

/** Asks the person for files or for a folder of them, and offers what was chosen. */
export async function chooseFiles(
  window: BrowserWindow | null,
  what: 'files' | 'folder',
  offers: Offers,
): Promise<ResponseOf<'attachments:choose-files'>> {
  // Behind a command there is nobody to ask.
  if (!window?.isVisible()) return { ok: false, code: 'cancelled', detail: 'no window' };
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    title: what === 'files' ? messages.chooseFiles : messages.chooseFolder,
    properties: what === 'files' ? ['openFile', 'multiSelections'] : ['openDirectory'],
  });
  const [folder] = filePaths;
  if (canceled || folder === undefined) return { ok: false, code: 'cancelled', detail: '' };
  if (what === 'folder') {
    const found = await offerFolder(offers, folder, MOST_FILES);
    return { ok: true, ...found, files: [...found.files] };
  }
  const files: OfferedFile[] = [];
  let unreadable = 0;
  for (const path of filePaths) {
    const offered = files.length < MOST_FILES ? await offers.offerPath(path) : null;
    if (offered?.ok === true) files.push(offered.file);
    else if (offered) unreadable += 1;
  }
  return { ok: true, files, more: filePaths.length > MOST_FILES, unreadable };
}
