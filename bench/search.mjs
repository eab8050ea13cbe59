/**
 * `node bench/search.mjs [--records N] [--alone]`: the search beside others that promise the same, on made-up honours.
 *
 * 500 random queries of 1 to 8 characters, cut from the texts, and some that match nothing. Recall and precision are
 * held against the exact substrings; all times are of the exact total and the ids of the first 50 in their order. Whole
 * hits, with snippets and highlights, and then the loose tier and the facets, are timed besides.
 */
import { join } from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { build } from 'vite';
import { cacheRoot, projectRoot } from '../scripts/electron-runtime.mjs';
import { buildFlexSearch, buildMiniSearch, buildSqlite, scanAll } from './search-subjects.mjs';
import { createRandom, syntheticHonors } from './synthetic-records.mjs';

const QUERIES = 500;
const LONGEST_QUERY = 8;
/** Cut from the texts, with a character that stands in none. */
const MISSES = 25;
const MISSING = '龘';
const SEPARATOR = '\uFFFF';
const SIZES = [1_500, 10_000, 100_000];
/** How many queries show whether the others find everything: they list all they find, which takes them long. */
const CHECKED = 60;

/** @typedef {import('./search-subjects.mjs').Subject} Subject */
/** @typedef {import('./search-subjects.mjs').Searcher} Searcher */
/** @typedef {{ p50: number, p99: number }} Times */

/** @param {readonly number[]} sizes @param {boolean} isAlone whether only the scan is measured beside ours */
export async function benchSearch(sizes = SIZES, isAlone = false) {
  const domain = await bundleDomain();
  for (const size of sizes) {
    process.stdout.write(`Searching ${size} made-up honours, ${QUERIES + MISSES} queries:\n`);
    const records = domain.buildHonors(syntheticHonors(size));
    const subjects = records.map((/** @type {any} */ record) => toSubject(record, domain.searchedFields(record)));
    const queries = cutQueries(subjects, size);
    const scan = scanAll(subjects);
    const truth = new Map(queries.map((query) => [query, new Set(scan.all(query))]));
    const ours = measureOurs(domain, records, queries, truth);
    const rivals = isAlone ? [] : [buildFlexSearch, buildMiniSearch, buildSqlite];
    const scanTimes = timeQueries(queries, scan.search);
    printHead();
    printRow('荣档', ours.quality, ours.exact, ours.exact, ours);
    printRow('荣档, whole hits', '', ours.whole, ours.exact, {});
    printRow('荣档, loose tier, facets', '', ours.full, ours.exact, {});
    printRow('linear scan', '1.000 / 1.000', scanTimes, ours.exact, {});
    for (const buildRival of rivals) {
      const measured = await measureRival(buildRival, subjects, queries, truth);
      printRow(measured.name, measured.quality, measured.times, ours.exact, measured);
    }
    process.stdout.write(
      `  荣档: ${ours.quality} recall / precision; index ${megabytes(ours.indexBytes)}, texts ${megabytes(ours.textBytes)}; ` +
        `made documents in ${seconds(ours.putMs)}, index in ${seconds(ours.buildMs)}; ` +
        `saved ${megabytes(ours.savedBytes)} in ${Math.round(ours.saveMs)} ms, loaded in ${Math.round(ours.loadMs)} ms; ` +
        `one record changed and found in ${ours.addMs.toFixed(1)} ms, a unit renamed in ${ours.renameMs.toFixed(1)} ms\n\n`,
    );
  }
}

/** One module of the domain as it is, for plain Node. */
async function bundleDomain() {
  const outDir = join(cacheRoot, 'bench-search');
  await build({
    root: projectRoot,
    configFile: false,
    logLevel: 'error',
    ssr: { noExternal: true },
    build: {
      ssr: true,
      outDir,
      minify: false,
      target: 'node20',
      rolldownOptions: {
        input: join(projectRoot, 'bench', 'search-entry.ts'),
        output: { entryFileNames: 'search-entry.mjs' },
      },
    },
  });
  return import(pathToFileURL(join(outDir, 'search-entry.mjs')).href);
}

/** @param {{ id: string }} record @param {readonly string[]} fields @returns {Subject} */
function toSubject({ id }, [title = '', ...rest]) {
  return { id, title, rest: rest.join(SEPARATOR) };
}

/** @param {readonly Subject[]} subjects @param {number} seed */
function cutQueries(subjects, seed) {
  const random = createRandom(seed);
  const pick = (/** @type {number} */ below) => Math.floor(random() * below);
  const cut = () => {
    const { title = '', rest = '' } = subjects[pick(subjects.length)] ?? {};
    const fields = [title, ...rest.split(SEPARATOR)];
    const field = fields[pick(fields.length)] ?? '';
    const length = Math.min(field.length, 1 + pick(LONGEST_QUERY));
    const start = pick(field.length - length + 1);
    return field.slice(start, start + length);
  };
  const found = Array.from({ length: QUERIES }, cut);
  return [...found, ...Array.from({ length: MISSES }, () => cut().slice(0, LONGEST_QUERY - 1) + MISSING)];
}

/** @param {any} domain @param {readonly any[]} records @param {readonly string[]} queries @param {Map<string, Set<string>>} truth */
function measureOurs(domain, records, queries, truth) {
  let engine = domain.createEngine();
  const putMs = timed(() => {
    for (const record of records) engine.put(record);
  });
  const buildMs = timed(() => engine.compact());
  const { indexBytes, textBytes } = engine.stats();
  const ask = (/** @type {string} */ text, /** @type {object} */ options = {}) =>
    engine.search({ expression: { type: 'text', text, isPhrase: true }, limit: 50, withFacets: false, ...options });
  const quality = compare(queries, truth, (query) => [...ask(query).ids()]);
  const exact = timeQueries(queries, (text) =>
    engine.rank({ expression: { type: 'text', text, isPhrase: true }, limit: 50 }),
  );
  const whole = timeQueries(queries, (query) => ask(query));
  const full = timeQueries(queries, (query) =>
    engine.search({ expression: { type: 'text', text: query, isPhrase: false }, limit: 50 }),
  );
  const renameMs = medianOf(20, (round) => {
    const unitId = records[0].recipients[0].unitId;
    const name = `示例改名第${round}次的单位`;
    engine.put(domain.buildUnit(unitId, name));
    if (ask(name).total < 2) throw new Error('The new name was not found.');
  });
  const addMs = medianOf(50, (round) => {
    engine.put({ ...records[round * 7], note: `示例刚刚修改第${round}条` });
    if (ask(`刚刚修改第${round}条`).total !== 1) throw new Error('The change was not found.');
  });
  /** @type {{ buffers: readonly ArrayBuffer[] }} */
  let saved = { buffers: [] };
  const saveMs = timed(() => (saved = engine.save(1)));
  const loadMs = medianOf(5, () => (engine = domain.loadEngine(saved)));
  const savedBytes = saved.buffers.reduce((sum, { byteLength }) => sum + byteLength, 0);
  return {
    putMs,
    buildMs,
    indexBytes,
    textBytes,
    quality,
    exact,
    whole,
    full,
    renameMs,
    addMs,
    saveMs,
    loadMs,
    savedBytes,
  };
}

/**
 * @param {(subjects: readonly Subject[]) => Searcher | Promise<Searcher>} buildRival
 * @param {readonly Subject[]} subjects @param {readonly string[]} queries @param {Map<string, Set<string>>} truth
 */
async function measureRival(buildRival, subjects, queries, truth) {
  const before = heldBytes();
  const start = performance.now();
  const rival = await buildRival(subjects);
  const buildMs = performance.now() - start;
  const indexBytes = heldBytes() - before;
  const checked = queries.filter((_, index) => index % Math.ceil(queries.length / CHECKED) === 0);
  const quality = compare(checked, truth, rival.all);
  return { name: rival.name, buildMs, indexBytes, quality, times: timeQueries(queries, rival.search) };
}

setFlagsFromString('--expose-gc');
const collectGarbage = /** @type {() => void} */ (runInNewContext('gc'));

function heldBytes() {
  collectGarbage();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

/** @param {readonly string[]} queries @param {Map<string, Set<string>>} truth @param {(query: string) => readonly string[]} idsOf */
function compare(queries, truth, idsOf) {
  let [right, found, wanted] = [0, 0, 0];
  for (const query of queries) {
    const expected = truth.get(query) ?? new Set();
    const ids = idsOf(query);
    found += ids.length;
    wanted += expected.size;
    for (const id of ids) if (expected.has(id)) right += 1;
  }
  return `${(right / wanted).toFixed(3)} / ${(right / found).toFixed(3)}`;
}

/** @param {readonly string[]} queries @param {(query: string) => unknown} search @returns {Times} */
function timeQueries(queries, search) {
  for (const query of queries.slice(0, 50)) search(query);
  const times = queries.map((query) => timed(() => search(query))).toSorted((a, b) => a - b);
  const at = (/** @type {number} */ share) => times[Math.floor(times.length * share)] ?? 0;
  return { p50: at(0.5), p99: at(0.99) };
}

/** @param {() => void} work */
function timed(work) {
  const start = performance.now();
  work();
  return performance.now() - start;
}

/** @param {number} rounds @param {(round: number) => void} work */
function medianOf(rounds, work) {
  const times = Array.from({ length: rounds }, (_, round) => timed(() => work(round))).toSorted((a, b) => a - b);
  return times[Math.floor(rounds / 2)] ?? 0;
}

function printHead() {
  process.stdout.write(
    '                              recall / precision  p50 ms  p99 ms  times ours p50, p99      index  build\n',
  );
}

/**
 * @param {string} name @param {string} quality @param {Times} times @param {Times} ours
 * @param {{ indexBytes?: number, buildMs?: number }} cost
 */
function printRow(name, quality, times, ours, { indexBytes, buildMs }) {
  const ratio = (/** @type {number} */ theirs, /** @type {number} */ mine) => (theirs / mine).toFixed(1).padStart(8);
  // A Chinese character is as wide as two.
  const width = 30 - name.replace(/[^\u2E80-\u9FFF]/g, '').length;
  const cells = [
    `  ${name.padEnd(width - 2)}`,
    quality.padStart(18),
    times.p50.toFixed(2).padStart(8),
    times.p99.toFixed(2).padStart(8),
    ratio(times.p50, ours.p50),
    ratio(times.p99, ours.p99),
    indexBytes === undefined ? '' : megabytes(indexBytes).padStart(16),
    buildMs === undefined ? '' : seconds(buildMs).padStart(9),
  ];
  process.stdout.write(`${cells.join('')}\n`);
}

/** @param {number} bytes */
function megabytes(bytes) {
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}

/** @param {number} ms */
function seconds(ms) {
  return `${(ms / 1000).toFixed(1)} s`;
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { values } = parseArgs({ options: { records: { type: 'string' }, alone: { type: 'boolean' } } });
  await benchSearch(values.records === undefined ? SIZES : [Number(values.records)], values.alone ?? false);
}
