/**
 * `npm run demo`: the main job in one command. Loads the sample into a fresh folder, searches it three times, and
 * writes a yearbook. The sample's source gives no years, so its records stand in the appendix of undated ones.
 */
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { projectRoot } from './electron-runtime.mjs';
import { fail, launch } from './launch.mjs';

const folder = join(projectRoot, 'demo-output');
const data = ['--data', join(folder, 'data')];
const yearbook = join(folder, 'yearbook.docx');

const STEPS = [
  ['sample', ...data],
  ['search', '检察院', '--limit', '3', ...data],
  ['search', '故事汇', '--kind', 'activity', '--limit', '3', ...data],
  ['search', '全国', '--kind', 'honor', '--limit', '3', ...data],
  ['export', 'yearbook', '--year', String(new Date().getFullYear()), '--undated', '--out', yearbook, ...data],
];

async function run() {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
  for (const words of STEPS) {
    process.stdout.write(`\n$ rongdang ${words.slice(0, -data.length).join(' ')}\n`);
    const { code } = await launch(['--command', '--', ...words]);
    if (code !== 0) return code;
  }
  return 0;
}

run().then((code) => process.exit(code), fail);
