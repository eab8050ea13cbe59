import type { WebContents } from 'electron';
import { randomUUID } from 'node:crypto';
import { openPartial, type PartialFile } from '#services/write-atomically';

type Unfinished = { readonly by: number; readonly path: string; readonly partial: PartialFile; bytes: number };

/** Files that pages hand over in parts. One that is not finished goes with its page; one that fails leaves nothing. */
export type UnfinishedFiles = {
  /** Answers a token, good for this page alone. @throws the operating system's error, as each of these does */
  readonly begin: (contents: WebContents, path: string) => Promise<string>;
  readonly append: (token: string, by: number, bytes: Uint8Array) => Promise<void>;
  readonly keep: (token: string, by: number) => Promise<{ readonly path: string; readonly bytes: number }>;
  readonly discard: (token: string, by: number) => Promise<void>;
};

export function createUnfinishedFiles(): UnfinishedFiles {
  const files = new Map<string, Unfinished>();
  const watched = new WeakSet<WebContents>();

  function find(token: string, by: number): Unfinished {
    const found = files.get(token);
    if (found?.by !== by) throw new Error(`No file is being written as ${token}.`);
    return found;
  }

  function abandonOf(id: number): void {
    for (const [token, { by, partial }] of files) {
      if (by !== id) continue;
      files.delete(token);
      partial.abandon();
      void partial.discard();
    }
  }

  async function orNothing<T>(token: string, { partial }: Unfinished, work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      files.delete(token);
      await partial.discard();
      throw error;
    }
  }

  return {
    begin: async (contents, path) => {
      const { id } = contents;
      if (!watched.has(contents)) whenGone(contents, () => abandonOf(id));
      watched.add(contents);
      const partial = await openPartial(path);
      const token = randomUUID();
      files.set(token, { by: id, path, partial, bytes: 0 });
      if (contents.isDestroyed()) abandonOf(id);
      return token;
    },
    append: async (token, by, bytes) => {
      const file = find(token, by);
      file.bytes += bytes.byteLength;
      await orNothing(token, file, () => file.partial.append(bytes));
    },
    keep: async (token, by) => {
      const file = find(token, by);
      files.delete(token);
      await orNothing(token, file, file.partial.keep);
      return { path: file.path, bytes: file.bytes };
    },
    discard: async (token, by) => {
      const { partial } = find(token, by);
      files.delete(token);
      await partial.discard();
    },
  };
}

/** Each time that the page ends: closed, left or broken off. */
function whenGone(contents: WebContents, abandon: () => void): void {
  contents.on('did-navigate', abandon).on('render-process-gone', abandon).on('destroyed', abandon);
}
