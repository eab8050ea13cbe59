/**
 * The whole process tree is killed at a random moment of the first start on an archive that an earlier version left:
 * afterwards its records must be exactly those of a start that nobody disturbed.
 */
import { createHash } from 'node:crypto';
import { cpSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { readRows } from './referee.mjs';
import { isUsable, killCommand, startCommand, startWindow } from './run-app.mjs';
import { emptyTally } from './suite.mjs';

/** So many that the migration is a good part of the start. */
const COPIES = 500;

/** @typedef {import('./run-app.mjs').Runtime} Runtime */
/** @typedef {import('./referee.mjs').StoredRecord} StoredRecord */
/** @typedef {{ folder: string, records: ReadonlyMap<string, StoredRecord>, ms: number }} Model */

/** @type {import('./suite.mjs').FaultSuite} */
export const killWhileMigrating = {
  name: 'kill-migrating',
  title: 'killed while migrating',
  rounds: 200,
  quick: 1,
  run: async ({ runtime, random, folder, note }, rounds) => {
    const data = join(folder, 'data');
    const versions = readdirSync(fixturesOf(runtime)).toSorted();
    /** @type {Map<string, Model>} */
    const models = new Map();
    const tally = emptyTally();
    for (let round = 1; round <= rounds; round += 1) {
      const version = versions[(round - 1) % versions.length] ?? '';
      const model = models.get(version) ?? (await makeModel(runtime, folder, version));
      models.set(version, model);
      rmSync(data, { recursive: true, force: true });
      cpSync(model.folder, data, { recursive: true });
      await killCommand(runtime, listing(data), model.ms * (0.3 + 0.8 * random()));

      const window = await startWindow(runtime, data);
      tally.rounds += 1;
      if (await isUsable(window.page)) tally.startedAgain += 1;
      else note(`round ${round}: did not start again`);
      const rows = new Map((await readRows(window.page)).map((row) => [row.id, row]));
      await window.close();
      const lost = [...model.records.keys()].filter((id) => !rows.has(id)).length;
      const differing = [...rows].filter(([id, row]) => !isDeepStrictEqual(row, model.records.get(id))).length;
      if (lost + differing > 0) note(`round ${round}, ${version}: lost ${lost}, differing ${differing}`);
      tally.acknowledged += model.records.size;
      tally.lost += lost;
      tally.halfWritten += differing;
    }
    return tally;
  },
};

/** @param {string} data */
const listing = (data) => ['list', '--kind', 'unit', '--data', data];

/** @param {Runtime} runtime */
const fixturesOf = ({ root }) => join(root, 'e2e', 'fixtures', 'archives');

/**
 * The archive as the version left it, with what its records are after a migration in peace, and how long that takes.
 *
 * @param {Runtime} runtime @param {string} folder @param {string} version @returns {Promise<Model>}
 */
async function makeModel(runtime, folder, version) {
  const [model, peaceful] = [join(folder, version), join(folder, `${version}-in-peace`)];
  cpSync(join(fixturesOf(runtime), version), model, { recursive: true });
  const dump = JSON.parse(readFileSync(join(model, 'database.json'), 'utf8'));
  multiply(model, dump);
  const first = await startWindow(runtime, model);
  await isUsable(first.page);
  await writeDatabase(first.page, dump);
  await first.close();
  cpSync(model, peaceful, { recursive: true });
  const start = performance.now();
  await startCommand(runtime, listing(peaceful)).answer;
  const ms = performance.now() - start;
  const window = await startWindow(runtime, peaceful);
  await isUsable(window.page);
  const records = new Map((await readRows(window.page)).map((row) => [row.id, row]));
  await window.close();
  if (records.size < COPIES) throw new Error(`${version} has ${records.size} records after a migration in peace`);
  return { folder: model, records, ms };
}

/**
 * Gives the first change set of a fixture so many more honours, in the journal and in the working copy.
 *
 * @param {string} folder @param {any} dump
 */
function multiply(folder, { stores }) {
  const name = readdirSync(join(folder, 'journal')).find((file) => file.endsWith('.jsonl')) ?? '';
  const path = join(folder, 'journal', name);
  const entries = readFileSync(path, 'utf8').trim().split('\n').map((line) => JSON.parse(line)); // prettier-ignore
  const isHonor = (/** @type {any} */ { after }) => after.kind === 'honor';
  const { after } = entries[0].changeSet.changes.find(isHonor);
  const row = stores.honors.rows.find((/** @type {StoredRecord} */ { id }) => id === after.id);
  for (let copy = 1; copy <= COPIES; copy += 1) {
    entries[0].changeSet.changes.push({ before: null, after: copyOf(after, copy) });
    stores.honors.rows.push(copyOf(row, copy));
  }
  let { previous } = entries[0];
  let lines = '';
  for (const [index, { sequence, changeSet }] of entries.entries()) {
    changeSet.counts.honor += COPIES;
    const text = JSON.stringify(changeSet);
    const hash = createHash('sha256').update(`${previous}\n${sequence}\n${text}`).digest('hex');
    lines += `{"sequence":${sequence},"previous":"${previous}","hash":"${hash}","changeSet":${text}}\n`;
    stores.changeSets.rows[index] = { ...stores.changeSets.rows[index], sequence, hash, changeSet };
    previous = hash;
  }
  writeFileSync(path, lines);
  const [head] = stores.applied.rows;
  head.hash = previous;
  head.counts.honor += COPIES;
}

/** @param {any} record @param {number} copy */
function copyOf(record, copy) {
  return { ...record, id: `${record.id}-${copy}`, title: `${record.title}${copy}` };
}

/** Puts the database of an earlier version in the place of the present one. @param {import('./run-app.mjs').Page} page @param {any} dump */
async function writeDatabase(page, dump) {
  await page.evaluate(async ({ version, stores }) => {
    /** @param {IDBRequest} request */
    const finished = (request) =>
      new Promise((resolve, reject) => {
        request.addEventListener('success', () => resolve(request.result));
        request.addEventListener('error', () => reject(request.error ?? new Error('request failed')));
      });
    await finished(indexedDB.deleteDatabase('rongdang'));
    const opening = indexedDB.open('rongdang', version);
    opening.addEventListener('upgradeneeded', () => {
      for (const [name, { keyPath, indexes = [] }] of Object.entries(stores)) {
        const store = opening.result.createObjectStore(name, { keyPath });
        for (const index of indexes) store.createIndex(index, index);
      }
    });
    const database = await finished(opening);
    const transaction = database.transaction(Object.keys(stores), 'readwrite');
    for (const [name, { rows }] of Object.entries(stores)) {
      for (const row of rows) transaction.objectStore(name).put(row);
    }
    await new Promise((resolve) => transaction.addEventListener('complete', resolve));
    database.close();
  }, dump);
}
