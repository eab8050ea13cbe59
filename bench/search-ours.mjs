/** What our own search does with the records and queries of the benchmark. */
import { compareWithTruth, heldBytes, medianOf, timed, timeQueries } from './search-measures.mjs';

/** So many changes, and a share of all, are more than stay beside the large index. */
const CHANGES = 1_200;
const CHANGED_SHARE = 1 / 30;

/**
 * @param {any} domain @param {readonly any[]} records @param {readonly string[]} queries
 * @param {Map<string, import('./search-measures.mjs').Truth>} truth @param {(what: string) => void} say
 */
export async function measureOurs(domain, records, queries, truth, say) {
  say('making our index');
  const before = heldBytes();
  let engine = domain.createEngine();
  const putMs = await timed(() => {
    for (const record of records) engine.put(record);
  });
  const buildMs = await timed(() => engine.compact());
  const { indexBytes, findingBytes, textBytes } = engine.stats();
  const phrase = (/** @type {string} */ text) => ({ type: 'text', text, isPhrase: true });
  const ask = (/** @type {string} */ text) => engine.search({ expression: phrase(text), limit: 50, withFacets: false });
  ask('a');
  const held = heldBytes() - before;
  say('asking it');
  const quality = compareWithTruth([...truth.keys()], truth, (query) => [...ask(query).ids()]);
  const exact = timeQueries(queries, (text) => engine.rank({ expression: phrase(text), limit: 50 }));
  const whole = timeQueries(queries, ask);
  const full = timeQueries(queries, (text) =>
    engine.search({ expression: { type: 'text', text, isPhrase: false }, limit: 50 }),
  );
  say('changing it');
  const renameMs = medianOf(20, (round) => {
    const name = `示例改名第${round}次的单位`;
    engine.put(domain.buildUnit(records[0].recipients[0].unitId, name));
    if (ask(name).total < 1) throw new Error('The new name was not found.');
  });
  const change = (/** @type {number} */ round) =>
    engine.put({ ...records[(round * 7) % records.length], note: `示例刚刚修改第${round}条` });
  const addMs = medianOf(50, (round) => {
    change(round);
    if (ask(`刚刚修改第${round}条`).total !== 1) throw new Error('The change was not found.');
  });
  const tidied = measureTidying(engine, Math.max(CHANGES, Math.ceil(records.length * CHANGED_SHARE)), change, ask);
  say('saving and loading it');
  /** @type {{ buffers: readonly ArrayBuffer[] }} */
  let saved = { buffers: [] };
  const saveMs = await timed(() => (saved = engine.save(1)));
  const loadMs = medianOf(5, () => (engine = domain.loadEngine(saved)));
  const savedBytes = saved.buffers.reduce((sum, { byteLength }) => sum + byteLength, 0);
  const costs = { putMs, buildMs, indexBytes, findingBytes, textBytes, heldBytes: held, saveMs, loadMs, savedBytes };
  return { ...costs, quality, exact, whole, full, addMs, renameMs, ...tidied };
}

/**
 * @param {any} engine @param {number} changes @param {(round: number) => void} change
 * @param {(text: string) => { total: number }} ask
 */
function measureTidying(engine, changes, change, ask) {
  for (let round = 0; round < changes; round += 1) {
    change(round);
    if (round % 100 === 0) ask('a');
  }
  /** @type {number[]} */
  const steps = [];
  for (let isUntidy = true; isUntidy;) {
    const start = performance.now();
    isUntidy = engine.tidy();
    steps.push(performance.now() - start);
  }
  const tidyMs = steps.reduce((sum, ms) => sum + ms, 0);
  return { changes, tidyMs, steps: steps.length, longestStepMs: Math.max(...steps) };
}
