/** How searches are measured, whoever answers them. */
import process from 'node:process';
import { collectGarbage, median } from './measures.mjs';

/** @typedef {(query: string) => readonly string[]} ListIds */
/** What a query has to find: a bit for each number of a record. @typedef {{ bits: Uint8Array, count: number }} Truth */

/** What the process holds of objects and of buffers, after everything else has been thrown away. */
export function heldBytes() {
  collectGarbage();
  collectGarbage();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

/** The ids of the benchmark end in numbers from 1. @param {string} id */
function numberOf(id) {
  return Number(id.slice(id.lastIndexOf('-') + 1));
}

/** @param {readonly string[]} ids @returns {Truth} */
function toTruth(ids) {
  const most = ids.reduce((largest, id) => Math.max(largest, numberOf(id)), 0);
  const bits = new Uint8Array((most >>> 3) + 1);
  for (const id of ids) {
    const number = numberOf(id);
    bits[number >>> 3] = (bits[number >>> 3] ?? 0) | (1 << (number & 7));
  }
  return { bits, count: ids.length };
}

/** @param {readonly string[]} queries @param {ListIds} listIds */
export function truthOf(queries, listIds) {
  return new Map(queries.map((query) => [query, toTruth(listIds(query))]));
}

/** Recall and precision over all queries. @param {readonly string[]} queries @param {Map<string, Truth>} truth @param {ListIds} listIds */
export function compareWithTruth(queries, truth, listIds) {
  let [right, found, wanted] = [0, 0, 0];
  for (const query of queries) {
    const { bits, count } = truth.get(query) ?? toTruth([]);
    const ids = listIds(query);
    found += ids.length;
    wanted += count;
    for (const id of ids) {
      const number = numberOf(id);
      if ((((bits[number >>> 3] ?? 0) >>> (number & 7)) & 1) === 1) right += 1;
    }
  }
  return `${(right / wanted).toFixed(3)} / ${(right / found).toFixed(3)}`;
}

const WARM_UP = 20;
const ROUNDS = 3;
/** Beyond it no further round is begun. */
const ROUNDS_MS = 90_000;

/**
 * The shortest time of each query in milliseconds, of three rounds if they do not take too long: what else the machine
 * is doing is not what is measured.
 *
 * @param {readonly string[]} queries @param {(query: string) => unknown} search
 */
export function timeQueries(queries, search) {
  for (const query of queries.slice(0, WARM_UP)) search(query);
  const shortest = queries.map(() => Number.POSITIVE_INFINITY);
  const begun = performance.now();
  for (let round = 0; round < ROUNDS && (round === 0 || performance.now() - begun < ROUNDS_MS); round += 1) {
    for (const [index, query] of queries.entries()) {
      const start = performance.now();
      search(query);
      shortest[index] = Math.min(shortest[index] ?? 0, performance.now() - start);
    }
  }
  return shortest;
}

/** @param {() => unknown} work */
export async function timed(work) {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** @param {number} rounds @param {(round: number) => void} work */
export function medianOf(rounds, work) {
  const times = Array.from({ length: rounds }, (_, round) => {
    const start = performance.now();
    work(round);
    return performance.now() - start;
  });
  return median(times);
}
