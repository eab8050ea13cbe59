import { expect, it } from 'vitest';
import { blank, recipient } from '../records/record-fixtures.ts';
import { readPlainQuery } from './plain-query.ts';
import { createSearchEngine, type SearchEngine } from './search-engine.ts';

const KEPT = 4_000;

function honor(index: number, title: string) {
  return blank('honor', `hon-${String(index).padStart(6, '0')}`, {
    title: `示例${title}第${index}号`,
    recipients: [recipient(`示例单位${index % 40}`)],
    note: `示例备注：${title}之${index % 900}，${'其余从略'.repeat(10)}${index % 500}`,
  });
}

/** In order but for what has changed since: 1,500 records put, 500 of them anew, and 100 removed. */
function untidyEngine(): SearchEngine {
  const engine = createSearchEngine();
  for (let index = 0; index < KEPT; index += 1) engine.put(honor(index, '先进集体'));
  engine.compact();
  for (let index = 0; index < 1_000; index += 1) engine.put(honor(KEPT + index, '文明单位'));
  for (let index = 0; index < 500; index += 1) engine.put(honor(index * 8, '模范机关'));
  for (let index = 0; index < 100; index += 1) engine.remove(honor(index * 8 + 1, '').id);
  return engine;
}

function answersOf(engine: SearchEngine) {
  return ['先进集体', '文明单位第4', '模范机关', '备注：模', '单位7', '1', '从略'].map((typed) => {
    const { hits, ids, ...rest } = engine.search({ expression: readPlainQuery(typed), limit: 30 });
    return { typed, ...rest, hits: hits.map(({ id, score }) => [id, score]), ids: [...ids()].toSorted() };
  });
}

it('puts the index in order in many small steps and answers alike after each', { timeout: 60_000 }, () => {
  const engine = untidyEngine();
  const expected = answersOf(engine);
  expect(expected.map(({ total }) => total > 0)).not.toContain(false);
  const { changed } = engine.stats();
  const between: unknown[] = [];
  let steps = 1;
  for (; engine.tidy(); steps += 1) if (steps % 4 === 0) between.push(answersOf(engine));
  expect(steps).toBeGreaterThan(15);
  for (const answers of between) expect(answers).toEqual(expected);
  expect(engine.stats().changed).toBeLessThan(changed / 4);
  expect(answersOf(engine)).toEqual(expected);
  expect(engine.tidy()).toBe(false);
});

it('knows what was put and removed while the index was put in order', () => {
  const [engine, other] = [untidyEngine(), untidyEngine()];
  let steps = 0;
  const change = (step: number) => {
    for (const each of [engine, other]) {
      // Records that the steps have passed already, and such as are still to come.
      each.put(honor((step * 97) % KEPT, '后来改动'));
      each.remove(honor((step * 61) % KEPT, '').id);
      each.put(honor(KEPT * 2 + step, '后来新增'));
    }
  };
  for (; engine.tidy(); steps += 1) change(steps);
  change(steps);
  other.compact();
  expect(engine.size()).toBe(other.size());
  expect(answersOf(engine)).toEqual(answersOf(other));
  for (const typed of ['后来改动', '后来新增']) {
    const query = { expression: readPlainQuery(typed), limit: 10 };
    expect(engine.search(query).total).toBe(other.search(query).total);
    expect(engine.search(query).total).toBeGreaterThan(0);
  }
});
