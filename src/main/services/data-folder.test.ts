import { mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { formatJournalLine, genesisHash } from './journal-line.ts';
import { prepareDataFolder, profileFolder, readJson, writeJson, UnknownArchiveError } from './data-folder.ts';
import { fill, makeBench, makeTempFolder } from './journal-fixtures.ts';
import { sealedLines } from './sealing/line-codec.ts';

let root = '';
beforeEach(async () => {
  root = await makeTempFolder();
});
afterEach(() => rm(root, { recursive: true }));

describe('a data folder', () => {
  it('is made with all folders above it, and leaves no trace of trying', async () => {
    const place = join(root, '文档', '荣档数据');
    const folder = await prepareDataFolder(place);
    expect(folder).toEqual({
      storedHead: join(place, 'head.json'),
      session: join(place, 'session.json'),
      root: place,
      archiveId: expect.stringMatching(/^[0-9a-f-]{36}$/) as string,
      journal: join(place, 'journal'),
      aside: join(place, 'set-aside'),
      settings: join(place, 'settings.json'),
      windowState: join(place, 'window.json'),
    });
    expect((await readdir(place)).toSorted()).toEqual(['archive.json', 'journal']);
    expect(profileFolder(place)).toBe(join(place, 'profile'));
  });

  it('keeps its archive id, and every folder has its own', async () => {
    const first = await prepareDataFolder(join(root, 'a'));
    const other = await prepareDataFolder(join(root, 'b'));
    expect(await prepareDataFolder(join(root, 'a'))).toEqual(first);
    expect(other.archiveId).not.toBe(first.archiveId);
  });

  it('gets one id when the program is started several times at once', async () => {
    const folders = await Promise.all(Array.from({ length: 12 }, () => prepareDataFolder(root)));
    const [id, ...others] = new Set(folders.map((folder) => folder.archiveId));
    expect(others).toEqual([]);
    expect(await readJson(join(root, 'archive.json'))).toMatchObject({ archiveId: id });
  });

  it('is never given a new id over a damaged one', async () => {
    for (const content of ['', '{"archiveId":', '{}', '{"archiveId":5}', 'null']) {
      await writeFile(join(root, 'archive.json'), content);
      await expect(prepareDataFolder(root)).rejects.toThrow(/archive\.json|JSON/);
      expect(await readFile(join(root, 'archive.json'), 'utf8')).toBe(content);
    }
  });

  it('restores either file that names it from the other', async () => {
    const { archiveId } = await prepareDataFolder(root);
    await rm(join(root, 'archive.json'));
    expect((await prepareDataFolder(root)).archiveId).toBe(archiveId);
    await writeFile(join(root, 'archive.json'), '{"archiveId":');
    expect((await prepareDataFolder(root)).archiveId).toBe(archiveId);
    await rm(join(root, 'journal', 'archive.json'));
    expect((await prepareDataFolder(root)).archiveId).toBe(archiveId);
    expect(await readJson(join(root, 'journal', 'archive.json'))).toMatchObject({ archiveId });
  });

  it('takes the id that its journal begins with, when the two files differ', async () => {
    const { archiveId } = await prepareDataFolder(root);
    const { line } = formatJournalLine(genesisHash(archiveId), 1, '{}');
    await writeFile(join(root, 'journal', '2026-11.jsonl'), line);
    await writeFile(join(root, 'archive.json'), JSON.stringify({ archiveId: 'another-archive' }));
    expect((await prepareDataFolder(root)).archiveId).toBe(archiveId);
    await writeFile(join(root, 'journal', 'archive.json'), JSON.stringify({ archiveId: 'another-archive' }));
    expect((await prepareDataFolder(root)).archiveId).toBe(archiveId);
  });

  it('takes the id that lies beside a sealed journal, which tells nothing itself and may have been copied in', async () => {
    const { archiveId } = await prepareDataFolder(root);
    const copied = 'archive-of-another-computer';
    const { line } = formatJournalLine(genesisHash(copied), 1, '{}');
    await writeFile(join(root, 'journal', '2026-11.jsonl'), sealedLines(Buffer.alloc(32, 1), copied).seal(line, 1));
    await writeFile(join(root, 'journal', 'archive.json'), JSON.stringify({ archiveId: copied }));
    expect((await prepareDataFolder(root)).archiveId).toBe(copied);
    expect(await readJson(join(root, 'archive.json'))).toMatchObject({ archiveId: copied });
    await rm(join(root, 'journal', 'archive.json'));
    expect((await prepareDataFolder(root)).archiveId).toBe(copied);
    expect(archiveId).not.toBe(copied);
  });

  it('is never given a new id when there is a journal, which that id could not read', async () => {
    await prepareDataFolder(root);
    await fill(await makeBench(root), ['{}']);
    await rm(join(root, 'archive.json'));
    await rm(join(root, 'journal', 'archive.json'));
    await expect(prepareDataFolder(root)).rejects.toThrow(UnknownArchiveError);
    expect(await readdir(root)).toEqual(['head.json', 'journal']);
  });

  it('is refused where a file stands in its place', async () => {
    const place = join(root, 'a-file');
    await writeFile(place, '');
    await expect(prepareDataFolder(place)).rejects.toThrow(/EEXIST|ENOTDIR/);
    await expect(prepareDataFolder(join(place, 'below'))).rejects.toThrow(/ENOTDIR|EEXIST|ENOENT/);
  });

  it('is refused when its archive.json is a folder', async () => {
    await mkdir(join(root, 'archive.json'));
    await expect(prepareDataFolder(root)).rejects.toThrow(/EISDIR|EPERM|EACCES/);
  });
});

describe('a JSON file that can be made anew', () => {
  it('is read as it was written', async () => {
    const path = join(root, 'settings.json');
    await writeJson(path, { operator: '示例甲某' });
    expect(await readJson(path)).toEqual({ operator: '示例甲某' });
  });

  it('is null when it is missing or damaged', async () => {
    const path = join(root, 'settings.json');
    expect(await readJson(path)).toBeNull();
    await writeFile(path, '{"operator":');
    expect(await readJson(path)).toBeNull();
  });
});
