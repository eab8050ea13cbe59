import * as v from 'valibot';
import { offeredSchema, type Offered, type OfferedFile } from '#contract/attachment-contract';
import { attachMessages } from './attach-messages.ts';

export type OfferedFiles = {
  readonly files: readonly OfferedFile[];
  /** One line for each file that could not be offered. */
  readonly problems: readonly string[];
};

/** Files and folders of a drop. A folder shows as one that is called so; its files are not read. */
export function filesOf(transfer: DataTransfer): {
  readonly files: readonly File[];
  readonly folders: readonly string[];
} {
  const items = [...transfer.items].filter(({ kind }) => kind === 'file');
  const files: File[] = [];
  const folders: string[] = [];
  for (const item of items) {
    const entry = item.webkitGetAsEntry();
    const file = item.getAsFile();
    if (entry?.isDirectory === true) folders.push(entry.name);
    else if (file) files.push(file);
  }
  return { files, folders };
}

/** Offers main files that were dropped or pasted. Nothing is copied yet. */
export async function offerFiles(files: readonly File[], folders: readonly string[] = []): Promise<OfferedFiles> {
  const offered: OfferedFile[] = [];
  const problems = folders.map(attachMessages.folder);
  for (const file of files) {
    const answer = await offerOne(file);
    if (answer.ok) offered.push(answer.file);
    else problems.push(attachMessages.failed(file.name, answer.code));
  }
  return { files: offered, problems };
}

/** What neither has a path nor can be read is a file that cannot be read. */
async function offerOne(file: File): Promise<Offered> {
  try {
    return v.parse(offeredSchema, await window.rongdang.offerFile(file));
  } catch (error) {
    return { ok: false, code: 'source-unreadable', detail: String(error) };
  }
}
