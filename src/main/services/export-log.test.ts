import { appendFile, mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createExportLog } from './export-log.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'export-log-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

describe('the log of exports', () => {
  it('keeps what is appended, the latest first, also for the next start', async () => {
    const path = join(folder, 'exports.jsonl');
    const log = createExportLog(path);
    expect(await log.read()).toEqual([]);
    const answers = await Promise.all([log.append({ title: '甲' }), log.append({ title: '乙' })]);
    expect(answers).toEqual([{ ok: true }, { ok: true }]);
    expect(await log.read()).toEqual([{ title: '乙' }, { title: '甲' }]);
    expect(await createExportLog(path).read()).toEqual([{ title: '乙' }, { title: '甲' }]);
  });

  it('loses nothing to a line that was cut off', async () => {
    const path = join(folder, 'exports.jsonl');
    const log = createExportLog(path);
    await log.append({ title: '甲' });
    await appendFile(path, '{"title":"半');
    expect(await log.append({ title: '乙' })).toEqual({ ok: true });
    expect(await log.read()).toEqual([{ title: '乙' }, undefined, { title: '甲' }]);
    expect((await readFile(path, 'utf8')).endsWith('{"title":"乙"}\n')).toBe(true);
  });

  it('says why it cannot be written', async () => {
    await mkdir(join(folder, 'exports.jsonl'));
    expect(await createExportLog(join(folder, 'exports.jsonl')).append({})).toMatchObject({
      ok: false,
      code: 'not-writable',
    });
    expect(await createExportLog(join(folder, 'none', 'exports.jsonl')).append({})).toMatchObject({ ok: false });
  });
});
