/**
 * `node bench/search.mjs [--records N] [--texts varied|plain|distinct] [--against minisearch,flexsearch,sqlite|none]`: the
 * search beside others that promise the same, on made-up honours: in many words, in few, or without a text that comes
 * twice.
 *
 * 500 random queries of 1 to 8 characters, cut from the texts, and some that match nothing. Recall and precision are
 * held against the exact substrings; all times are of the exact total and the ids of the first 50 in their order, each
 * the best of three. Whole hits, with snippets and highlights, and then the loose tier and the facets, are timed besides.
 * Each of the others is measured in a process of its own and by every fifth query, for that is as long as one can wait; so
 * is then what theirs is compared with. Above 100,000 records the scan, too, answers every fifth query, once, and only
 * these are checked. Progress goes to stderr.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { cacheRoot, projectRoot } from '../scripts/electron-runtime.mjs';
import { bundleForNode } from './bundle.mjs';
import { measureOurs } from './search-ours.mjs';
import { megabytes, printHead, printOurs, printRow, seconds } from './search-report.mjs';
import { timeQueries, truthOf } from './search-measures.mjs';
import { scanAll } from './search-subjects.mjs';
import { createRandom, syntheticHonors } from './synthetic-records.mjs';
import { variedHonors } from './varied-honors.mjs';

const QUERIES = 500;
const LONGEST_QUERY = 8;
/** Cut from the texts, with a character that stands in none. */
const MISSES = 25;
const MISSING = '龘';
const SEPARATOR = '\uFFFF';
/** A million takes a quarter of an hour: `--records 1000000`. */
const SIZES = [1_500, 10_000, 100_000];
/** @type {Record<string, string>} */
const KINDS_OF_TEXT = {
  varied: 'in many words',
  plain: 'in few words',
  distinct: 'without a text that comes twice',
};
const RIVALS = {
  'MiniSearch, pairs': 'minisearch',
  'FlexSearch, pairs': 'flexsearch',
  'sqlite-wasm, FTS5 trigrams': 'sqlite',
};
/** With more, MiniSearch and FlexSearch need more memory than a machine has, and SQLite's 2 GB do not hold its index. */
const MOST_FOR_RIVALS = 100_000;
const RIVAL_MS = 600_000;
const RIVAL_STEP = 5;
/** A million records as objects, of which the scan and the making of documents need all, take some gigabytes. */
const NODE_FLAGS = ['--expose-gc', '--max-old-space-size=12000'];

/** @typedef {import('./search-subjects.mjs').Subject} Subject */

/** Each size in a process of its own, so that none is measured amid what another has left behind. */
export function benchSearch(sizes = SIZES) {
  for (const size of sizes) {
    const self = fileURLToPath(import.meta.url);
    const { status } = spawnSync(process.execPath, [...NODE_FLAGS, self, '--records', String(size)], {
      stdio: 'inherit',
    });
    if (status !== 0) throw new Error(`The benchmark of the search with ${size} records ended with ${status}.`);
  }
}

/** @param {number} size @param {{ against: readonly string[], texts: string }} options */
async function benchSize(size, { against, texts }) {
  const say = progressFrom(performance.now());
  const start = performance.now();
  const domain = await import(await bundleForNode('search-entry'));
  say(`making ${size} records`);
  const records = domain.buildRecords(
    texts === 'varied' ? variedHonors(size) : syntheticHonors(size, 1, texts === 'distinct'),
  );
  const subjects = records.map((/** @type {any} */ record) => toSubject(record, domain.searchedFields(record)));
  const queries = cutQueries(subjects, size);
  say('scanning them for each query');
  const isLarge = size > MOST_FOR_RIVALS;
  const scanned = isLarge ? queries.filter(isAsked) : queries;
  const { truth, scanTimes } = scanFor(scanned, scanAll(subjects), isLarge);
  const ours = await measureOurs(domain, records, queries, truth, say);

  process.stdout.write(`Searching ${size} made-up honours ${KINDS_OF_TEXT[texts]}, ${queries.length} queries:\n`);
  printHead();
  printRow('荣档', ours.quality, ours.exact, ours.exact, {
    indexBytes: ours.heldBytes,
    buildMs: ours.putMs + ours.buildMs,
  });
  printRow('荣档, whole hits', '', ours.whole, ours.exact);
  printRow('荣档, loose tier, facets', '', ours.full, ours.exact);
  printRow('linear scan', '1.000 / 1.000', scanTimes, isLarge ? ours.exact.filter(isAsked) : ours.exact);
  const leftOut = Object.entries(RIVALS).filter(([, key]) => isLarge || !against.includes(key));
  if (!isLarge) compareRivals(against, { subjects, queries, ours: ours.exact, say });
  if (leftOut.length > 0) {
    const names = leftOut.map(([name]) => name).join('; ');
    const reason = isLarge ? `with ${MOST_FOR_RIVALS} records they already take minutes and gigabytes` : '--against';
    process.stdout.write(`  Left out: ${names} (${reason}).\n`);
  }
  printOurs(ours);
  process.stdout.write(`  measured in ${seconds(performance.now() - start)}\n\n`);
}

/** @param {readonly string[]} queries @param {(query: string) => readonly string[]} scan @param {boolean} isOnce */
function scanFor(queries, scan, isOnce) {
  /** @type {number[]} */
  const first = [];
  const truth = truthOf(queries, (query) => {
    const begun = performance.now();
    const ids = scan(query);
    first.push(performance.now() - begun);
    return ids;
  });
  return { truth, scanTimes: isOnce ? first : timeQueries(queries, scan) };
}

/** Whether a query is among those that the slow ones are asked. @param {unknown} _ @param {number} index */
function isAsked(_, index) {
  return index % RIVAL_STEP === 0;
}

/**
 * @param {readonly string[]} against
 * @param {{ subjects: readonly Subject[], queries: readonly string[], ours: readonly number[], say: (what: string) => void }} measured
 */
function compareRivals(against, { subjects, queries, ours, say }) {
  // Not where the bundle is, which is emptied when another benchmark begins.
  const directory = mkdtempSync(join(cacheRoot, 'bench-subjects-'));
  const file = join(directory, 'subjects.json');
  writeFileSync(file, JSON.stringify({ subjects, queries: queries.filter(isAsked) }));
  const script = join(projectRoot, 'bench', 'search-rival.mjs');
  for (const [name, argument] of Object.entries(RIVALS)) {
    if (!against.includes(argument)) continue;
    say(`measuring ${name}`);
    const { stdout, error, status } = spawnSync(process.execPath, [...NODE_FLAGS, script, argument, file], {
      encoding: 'utf8',
      timeout: RIVAL_MS,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    if (status === 0) {
      const { quality, times, ...cost } = JSON.parse(stdout);
      printRow(name, quality, times, ours.filter(isAsked), cost);
    } else {
      const reason = error === undefined ? `ended with ${status}` : `not done within ${seconds(RIVAL_MS)}`;
      process.stdout.write(`  ${name}: ${reason}\n`);
    }
  }
  rmSync(directory, { recursive: true });
}

/** @param {number} start */
function progressFrom(start) {
  return (/** @type {string} */ what) => {
    const held = megabytes(process.memoryUsage().rss);
    process.stderr.write(`  [${seconds(performance.now() - start)}, ${held}] ${what}\n`);
  };
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

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { values } = parseArgs({
    options: { records: { type: 'string' }, texts: { type: 'string' }, against: { type: 'string' } },
  });
  const { records, texts = 'varied', against = Object.values(RIVALS).join(',') } = values;
  if (!(texts in KINDS_OF_TEXT)) throw new Error(`--texts ${texts}`);
  if (records === undefined) benchSearch();
  else await benchSize(Number(records), { against: against.split(','), texts });
}
