/** The table of the search's benchmark. */
import process from 'node:process';
import { quantile } from './measures.mjs';

export function printHead() {
  process.stdout.write(
    '                              recall / precision  p50 ms  p99 ms  times ours p50, p99      memory    build\n',
  );
}

/**
 * @param {string} name @param {string} quality @param {readonly number[]} times in milliseconds, one for each query
 * @param {readonly number[]} ours of the same queries
 * @param {{ indexBytes?: number, buildMs?: number }} cost
 */
export function printRow(name, quality, times, ours, { indexBytes, buildMs } = {}) {
  const share = (/** @type {number} */ at) => quantile(times, at).toFixed(2).padStart(8);
  const ratio = (/** @type {number} */ at) => (quantile(times, at) / quantile(ours, at)).toFixed(1).padStart(9);
  // A Chinese character is as wide as two.
  const width = 30 - name.replace(/[^\u2E80-\u9FFF]/g, '').length;
  const cells = [
    `  ${name.padEnd(width - 2)}`,
    quality.padStart(18),
    share(0.5),
    share(0.99),
    ratio(0.5),
    ratio(0.99),
    indexBytes === undefined ? '' : megabytes(indexBytes).padStart(16),
    buildMs === undefined ? '' : seconds(buildMs).padStart(9),
  ];
  process.stdout.write(`${cells.join('')}\n`);
}

/** @param {Awaited<ReturnType<typeof import('./search-ours.mjs').measureOurs>>} ours */
export function printOurs(ours) {
  process.stdout.write(
    `  荣档: index ${megabytes(ours.indexBytes)}, of which ${megabytes(ours.findingBytes)} find and the rest orders, ` +
      `filters and shows; texts ${megabytes(ours.textBytes)}; ` +
      `made documents in ${seconds(ours.putMs)}, index in ${seconds(ours.buildMs)}; ` +
      `saved ${megabytes(ours.savedBytes)} in ${Math.round(ours.saveMs)} ms, loaded in ${Math.round(ours.loadMs)} ms; ` +
      `one record changed and found in ${ours.addMs.toFixed(1)} ms, a unit renamed in ${ours.renameMs.toFixed(1)} ms; ` +
      `${ours.changes} changes put in order in ${seconds(ours.tidyMs)} by ${ours.steps} steps, ` +
      `of which the longest took ${Math.round(ours.longestStepMs)} ms\n`,
  );
}

/** @param {number} bytes */
export function megabytes(bytes) {
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}

/** @param {number} ms */
export function seconds(ms) {
  return `${(ms / 1000).toFixed(1)} s`;
}
