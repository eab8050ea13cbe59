/**
 * Judges an archive without any of its own code: reads the journal's files and the window's IndexedDB as they are, and
 * compares them record by record.
 */
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';

/** @typedef {{ id: string, kind: string, title?: string }} StoredRecord */

/**
 * @typedef {object} Judgement
 * @property {readonly string[]} lost titles that were acknowledged and are not there
 * @property {number} halfWritten lines of the journal that do not hold, and records of which the two copies differ
 * @property {ReadonlySet<string>} titles
 */

/** @typedef {(line: string) => string | null} Unsealer what makes a line of an encrypted journal readable; null: it does not hold */

/**
 * @param {string} data @param {import('@playwright/test').Page} page @param {Iterable<string>} acknowledged titles
 * @param {Unsealer} [unseal] @returns {Promise<Judgement>}
 */
export async function judge(data, page, acknowledged, unseal) {
  const { records, brokenLines } = readJournal(data, unseal);
  const rows = await readRows(page);
  const titles = new Set(rows.flatMap(({ title }) => title ?? []));
  let differing = [...records.keys()].filter((id) => !rows.some((row) => row.id === id)).length;
  for (const row of rows) if (!isDeepStrictEqual(row, records.get(row.id))) differing += 1;
  const lost = [...acknowledged].filter((title) => !titles.has(title));
  return { lost, halfWritten: brokenLines + differing, titles };
}

/**
 * What each record says after the last line, and how many lines are not what was written.
 * @param {string} data @param {Unsealer} [unseal]
 */
export function readJournal(data, unseal = (line) => line) {
  const folder = join(data, 'journal');
  /** @type {Map<string, StoredRecord>} */
  const records = new Map();
  let brokenLines = 0;
  let previous = '';
  for (const name of monthFiles(folder)) {
    const lines = readFileSync(join(folder, name), 'utf8').split('\n');
    if (lines.pop() !== '') brokenLines += 1;
    for (const line of lines) {
      const opened = unseal(line);
      const entry = opened === null ? null : readLine(opened);
      if (!entry || (previous !== '' && entry.previous !== previous)) brokenLines += 1;
      for (const { after } of entry?.changeSet.changes ?? []) records.set(after.id, after);
      previous = entry?.hash ?? '';
    }
  }
  return { records, brokenLines };
}

/** The journal's files, in order. @param {string} folder of the journal @returns {readonly string[]} */
export function monthFiles(folder) {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.jsonl'))
    .toSorted();
}

/**
 * @param {string} line
 * @returns {{ previous: string, hash: string, changeSet: { changes: readonly { after: StoredRecord }[] } } | null}
 */
function readLine(line) {
  try {
    const entry = JSON.parse(line);
    const text = line.slice(line.indexOf('"changeSet":') + '"changeSet":'.length, -1);
    const hash = createHash('sha256').update(`${entry.previous}\n${entry.sequence}\n${text}`).digest('hex');
    return hash === entry.hash ? entry : null;
  } catch {
    return null;
  }
}

/** The tables of the database that hold no records. */
const OTHER_TABLES = ['changeSets', 'applied'];

/** @param {import('@playwright/test').Page} page @returns {Promise<readonly StoredRecord[]>} */
export async function readRows(page) {
  return page.evaluate(async (others) => {
    /** @template T @param {IDBRequest<T>} request @returns {Promise<T>} */
    const finished = (request) =>
      new Promise((resolve, reject) => {
        request.addEventListener('success', () => resolve(request.result));
        request.addEventListener('error', () => reject(request.error ?? new Error('request failed')));
      });
    const database = await finished(indexedDB.open('rongdang'));
    const rows = [];
    for (const name of database.objectStoreNames) {
      if (others.includes(name)) continue;
      rows.push(...(await finished(database.transaction(name).objectStore(name).getAll())));
    }
    database.close();
    // Rows of the stored search index are no records.
    return rows.filter((row) => typeof row?.id === 'string' && typeof row?.revision === 'number');
  }, OTHER_TABLES);
}
