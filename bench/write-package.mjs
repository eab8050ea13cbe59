/**
 * Makes a package of a folder's files, named by their SHA-256, as a backup does: with the attachments in it or, as a fourth
 * word says, `pooled` beside it or `sealed` with it; prints how long it took and what memory. Argon2id is counted.
 */
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';

// Electron's Node runs TypeScript as it is; by an address, since scripts do not belong to main's project.
const service = (/** @type {string} */ name) => new URL(`../src/main/services/${name}.ts`, import.meta.url).href;
/** @type {{ writePackage: (target: string, contents: object, watch: object, seal: object | null) => Promise<{ bytes: number }> }} */
const { writePackage } = await import(service('backup/write-package'));
/** @type {{ createSeal: (passphrase: string) => Promise<object> }} */
const { createSeal } = await import(service('sealing/wrapped-key'));
/** @type {{ writePooledPackage: (target: string, contents: object, now: Date, how: object) => Promise<{ bytes: number }> }} */
const { writePooledPackage } = await import(service('backup/write-pooled-package'));
/** @type {{ genesisHash: (id: string) => string }} */
const { genesisHash } = await import(service('journal-line'));
const [sources = '', target = '', records = '0', how = 'included'] = process.argv.slice(2);
const archiveId = 'bench-archive';
const attachments = new Map(
  readdirSync(sources).map((name) => {
    const path = join(sources, name);
    return [name, { path, bytes: statSync(path).size }];
  }),
);
const count = Number(records);
const line = `${JSON.stringify({ kind: 'honor', title: '示例荣誉'.repeat(100) })}\n`;
const description = {
  application: 'bench',
  recordFormat: 1,
  archiveId,
  head: { sequence: 0, hash: genesisHash(archiveId) },
  madeAt: new Date().toISOString(),
  reason: 'asked',
  attachments: how === 'pooled' ? 'pooled' : 'included',
};
const contents = {
  description,
  archiveFile: JSON.stringify({ archiveId }),
  journal: new Map(),
  records: new Map([['honor', { lines: [Buffer.from(line.repeat(count))], count }]]),
  attachments,
  beside: new Map(),
};
globalThis.gc?.();
const before = process.memoryUsage.rss();
let peak = before;
const look = setInterval(() => (peak = Math.max(peak, process.memoryUsage.rss())), 5);
const start = performance.now();
const seal = how === 'sealed' ? await createSeal('示例口令一二三四') : null;
const watch = { signal: new AbortController().signal, onProgress: () => undefined };
const { bytes } =
  how === 'pooled'
    ? await writePooledPackage(target, contents, new Date(), { watch, seal })
    : await writePackage(target, contents, watch, seal);
const elapsed = performance.now() - start;
clearInterval(look);
process.stdout.write(JSON.stringify({ elapsed, bytes, peak: peak - before }));
