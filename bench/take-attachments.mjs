/** Takes every file of a folder into a store, as a window does with a folder of scans; prints the milliseconds. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';

// Electron's Node runs TypeScript as it is; by an address, since scripts do not belong to main's project.
const service = new URL('../src/main/services/attachment-store.ts', import.meta.url).href;
/** @type {{ openAttachmentStore: (folder: string) => Promise<{ take: (request: object) => Promise<{ ok: boolean, known?: boolean }> }> }} */
const { openAttachmentStore } = await import(service);
const [sources = '', folder = ''] = process.argv.slice(2);
const store = await openAttachmentStore(folder);
const names = readdirSync(sources);
const start = performance.now();
const taken = await Promise.all(names.map((name) => store.take({ source: join(sources, name), name })));
const elapsed = performance.now() - start;
const failed = taken.find((result) => !result.ok || result.known);
if (failed) throw new Error(JSON.stringify(failed));
process.stdout.write(String(elapsed));
