/**
 * `node --expose-gc bench/search-rival.mjs NAME FILE`: measures one of the others in a process of its own, so that what
 * it holds in memory is what the process holds more than before, and that it can be stopped. Prints JSON.
 */
import { readFileSync } from 'node:fs';
import process from 'node:process';
import { compareWithTruth, heldBytes, timeQueries, timed, truthOf } from './search-measures.mjs';
import { buildFlexSearch, buildMiniSearch, buildSqlite, scanAll } from './search-subjects.mjs';

/** @type {Record<string, (subjects: readonly import('./search-subjects.mjs').Subject[]) => any>} */
const BUILDERS = { minisearch: buildMiniSearch, flexsearch: buildFlexSearch, sqlite: buildSqlite };

const [, , name = '', file = ''] = process.argv;
/** @type {{ subjects: readonly import('./search-subjects.mjs').Subject[], queries: readonly string[] }} */
const { subjects, queries } = JSON.parse(readFileSync(file, 'utf8'));
const truth = truthOf(queries, scanAll(subjects));
const before = heldBytes();
/** @type {any} */
let rival;
const buildMs = await timed(async () => (rival = await BUILDERS[name]?.(subjects)));
const indexBytes = heldBytes() - before;
const quality = compareWithTruth(queries, truth, rival.all);
const times = timeQueries(queries, rival.search);
process.stdout.write(JSON.stringify({ buildMs, indexBytes, quality, times }));
