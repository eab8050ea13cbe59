import type { Page } from '@playwright/test';

/**
 * An IndexedDB database as plain values: stores with their key paths, rows and indexes, of which each is named by what it
 * goes by. A store without indexes, as in version 1 and 2, need not say so.
 */
export type DatabaseDump = {
  readonly version: number;
  readonly stores: Readonly<Record<string, StoreDump>>;
};

type StoreDump = {
  readonly keyPath: string;
  readonly indexes?: readonly string[];
  readonly rows: readonly object[];
};

export async function readDatabase(page: Page): Promise<DatabaseDump> {
  return page.evaluate(async () => {
    const finished = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.addEventListener('success', () => resolve(request.result));
        request.addEventListener('error', () => reject(request.error ?? new Error('request failed')));
      });
    const database = await finished(indexedDB.open('rongdang'));
    const stores: Record<string, { keyPath: string; indexes: string[]; rows: object[] }> = {};
    for (const name of database.objectStoreNames) {
      const store = database.transaction(name).objectStore(name);
      const rows = (await finished(store.getAll())) as object[];
      stores[name] = { keyPath: String(store.keyPath), indexes: [...store.indexNames], rows };
    }
    const { version } = database;
    database.close();
    return { version, stores };
  });
}

/** Replaces the database by a dump, without Dexie, as the version that wrote the dump would have left it. */
export async function writeDatabase(page: Page, dump: DatabaseDump): Promise<void> {
  await page.evaluate(async ({ version, stores }) => {
    await new Promise<void>((resolve, reject) => {
      const request = indexedDB.deleteDatabase('rongdang');
      request.addEventListener('success', () => resolve());
      request.addEventListener('error', () => reject(request.error ?? new Error('delete failed')));
    });
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open('rongdang', version);
      request.addEventListener('upgradeneeded', () => {
        for (const [name, { keyPath, indexes = [] }] of Object.entries(stores)) {
          const store = request.result.createObjectStore(name, { keyPath });
          for (const index of indexes) store.createIndex(index, index);
        }
      });
      request.addEventListener('success', () => resolve(request.result));
      request.addEventListener('error', () => reject(request.error ?? new Error('open failed')));
    });
    const transaction = database.transaction(Object.keys(stores), 'readwrite');
    for (const [name, { rows }] of Object.entries(stores)) {
      for (const row of rows) transaction.objectStore(name).put(row);
    }
    await new Promise((resolve) => transaction.addEventListener('complete', resolve));
    database.close();
  }, dump);
}
