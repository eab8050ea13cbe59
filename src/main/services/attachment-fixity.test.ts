import { chmod, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeFile, makeStore, MEGABYTE, takeAll } from './attachment-fixtures.ts';
import { checkFixity, createFixityChecks, type FixityProgress } from './attachment-fixity.ts';
import type { AttachmentStore } from './attachment-store.ts';
import { makeTempFolder } from './journal-fixtures.ts';

const NOW = new Date('2026-11-24T08:00:00.000Z');
const MISSING = '0'.repeat(64);

let root = '';
let store: AttachmentStore;
let sha256s: readonly string[] = [];
beforeEach(async () => {
  root = await makeTempFolder();
  ({ store } = await makeStore(root));
  const sizes = [10, MEGABYTE, 9 * MEGABYTE, 0];
  const files = await Promise.all(sizes.map((bytes, index) => makeFile(root, `${index}.jpg`, bytes)));
  sha256s = await takeAll(
    store,
    files.map(({ path }) => path),
  );
});
afterEach(() => rm(root, { recursive: true }));

async function damage(sha256: string): Promise<void> {
  const path = store.pathOf(sha256);
  const content = await readFile(path);
  content[0] = (content[0] ?? 0) ^ 1;
  await chmod(path, 0o644);
  await writeFile(path, content);
}

async function finish(checks: ReturnType<typeof createFixityChecks>) {
  while (checks.state().status === 'running') await new Promise((next) => setImmediate(next));
  return checks.state();
}

function check(expected: readonly string[], gentle = false, signal = new AbortController().signal) {
  const told: FixityProgress[] = [];
  const onProgress = (progress: FixityProgress) => told.push(progress);
  return { told, result: checkFixity({ store, expected, gentle, signal, onProgress, now: () => NOW }) };
}

describe.each([false, true])('checking everything (gentle: %s)', (gentle) => {
  it('finds nothing wrong with what is as it was stored', async () => {
    const { told, result } = check(sha256s, gentle);
    const bytes = 10 * MEGABYTE + 10;
    expect(await result).toEqual({ at: NOW.toISOString(), checked: 4, bytes, problems: [] });
    expect(told.at(-1)).toEqual({ checked: 4, total: 4, bytes });
  });

  it('names what is missing, changed and unreferenced', async () => {
    const [first = '', second = '', third = '', fourth = ''] = sha256s;
    await damage(first);
    await damage(third);
    await rm(store.pathOf(second));
    const { result } = check([first, second, third, MISSING], gentle);
    const problems = (await result)?.problems ?? [];
    const of = (kind: string) => problems.filter((problem) => problem.kind === kind).map(({ sha256 }) => sha256);
    expect(of('changed')).toEqual([first, third].toSorted());
    expect(of('missing')).toEqual([second, MISSING].toSorted());
    expect(of('unreferenced')).toEqual([fourth]);
    expect(problems).toHaveLength(5);
  });

  it('can be cancelled, and then has no report', async () => {
    const stop = new AbortController();
    const { result } = check(sha256s, gentle, stop.signal);
    stop.abort();
    expect(await result).toBeNull();
  });
});

describe('checks for all windows', () => {
  const reportFile = () => join(root, 'attachments', 'fixity.json');

  it('run one at a time and keep their report', async () => {
    const checks = createFixityChecks(store, reportFile(), () => NOW);
    expect(checks.state()).toEqual({ status: 'idle' });
    expect(await checks.lastReport()).toBeNull();
    expect(checks.start([...sha256s, MISSING], false)).toBe(true);
    expect(checks.start(sha256s, false)).toBe(false);
    const state = await finish(checks);
    expect(state).toMatchObject({
      status: 'done',
      unsaved: null,
      report: { checked: 4, problems: [{ kind: 'missing', sha256: MISSING }] },
    });
    expect(await createFixityChecks(store, reportFile(), () => NOW).lastReport()).toEqual(
      state.status === 'done' ? state.report : null,
    );
  });

  it('leave the last report alone when they are cancelled', async () => {
    const checks = createFixityChecks(store, reportFile(), () => NOW);
    checks.start(sha256s, false);
    await finish(checks);
    const before = await readFile(reportFile(), 'utf8');
    checks.start([MISSING], true);
    checks.cancel();
    expect(await finish(checks)).toEqual({ status: 'cancelled' });
    expect(await readFile(reportFile(), 'utf8')).toBe(before);
  });

  it('tell what they found even when the report cannot be kept', async () => {
    const checks = createFixityChecks(store, join(root, 'nowhere', 'fixity.json'), () => NOW);
    checks.start(sha256s, false);
    expect(await finish(checks)).toMatchObject({ status: 'done', unsaved: 'not-writable', report: { checked: 4 } });
  });
});
