/** Proves that the arrows between the layers are enforced: plants one offender for each and sees it caught. */
import { spawnSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative, sep } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

type Guard = 'lint' | 'tsc';
/** One file that breaks one arrow, and the guards that are expected to say so. */
type Offender = { readonly arrow: string; readonly file: string; readonly code: string; readonly by: readonly Guard[] };

const projectRoot = fileURLToPath(new URL('..', import.meta.url));

/** A small legal house: one file per layer that uses every arrow it has, so that a refusal is never a false alarm. */
const LEGAL_FILES: Readonly<Record<string, string>> = {
  'src/domain/legal.ts': "import * as v from 'valibot';\nexport const legal = v.string();\n",
  'src/domain/legal.test.ts':
    "import { expect } from 'vitest';\nimport { legal } from './legal.ts';\nexpect(legal).toBeDefined();\n",
  'src/contract/legal.ts': "import * as v from 'valibot';\nexport const legal = v.string();\n",
  'src/formats/legal.ts':
    "import { Document } from 'docx';\nimport { zipSync } from 'fflate';\nimport { legal as known } from '#domain/legal';\nexport const legal = [known, Document, zipSync];\n",
  'src/formats/plain.ts': "export const legal = 'plain';\n",
  'src/storage/legal.ts':
    "import { Dexie } from 'dexie';\nimport { legal as known } from '#domain/legal';\nexport const legal = [known, Dexie];\n",
  'src/main/services/legal.ts': "import { sep } from 'node:path';\nexport const legal = sep;\n",
  'src/main/legal.ts':
    "import { app } from 'electron';\nimport { sep } from 'node:path';\nimport { legal as known } from '#contract/legal';\nimport { legal as served } from '#services/legal';\nexport const legal = [known, served, app, sep];\n",
  'src/main/electron/ipc-host.ts': "import { ipcMain } from 'electron';\nexport const host = ipcMain;\n",
  'src/preload/index.ts':
    "import { ipcRenderer } from 'electron';\nimport { legal } from '#contract/legal';\nexport const bridge = [ipcRenderer, legal];\n",
  'src/renderer/workers/legal.ts':
    "import { legal as known } from '#domain/legal';\nimport { legal as written } from '#formats/plain';\nexport type Message = { readonly kind: 'legal' };\nexport const legal = [known, written];\n",
  'src/renderer/components/legal.ts':
    "import { useState } from 'react';\nimport { legal as known } from '#domain/legal';\nexport const legal = [known, useState];\n",
  'src/renderer/features/honours/legal.ts':
    "import { theme } from 'antd';\nimport { legal as stored } from '#storage/legal';\nimport { legal as part } from '../../components/legal.ts';\nimport type { Message } from '../../workers/legal.ts';\nexport const legal: readonly unknown[] = [stored, part, theme];\nexport type Asked = Message;\n",
  'src/renderer/app/legal.ts': "export { legal as start };\nimport { legal } from '../features/honours/legal.ts';\n",
};

const uses = (specifier: string, name = 'legal') =>
  `import { ${name} } from '${specifier}';\nexport const offender = ${name};\n`;
const both: readonly Guard[] = ['lint', 'tsc'];
const lint: readonly Guard[] = ['lint'];
const tsc: readonly Guard[] = ['tsc'];

/**
 * Arrows between layers, and to what the machine and the browser offer. The compiler knows most of them too, but not
 * relative paths to a layer that may be imported, not parts of one project, not node inside formats (docx brings Node's
 * types along), and not renderer → formats (its reference to the workers' project makes theirs resolve).
 */
const LAYER_OFFENDERS: readonly Offender[] = [
  { arrow: 'domain → storage', file: 'src/domain/a1.ts', code: uses('#storage/legal'), by: both },
  { arrow: 'domain → formats', file: 'src/domain/a2.ts', code: uses('#formats/plain'), by: both },
  { arrow: 'domain → node', file: 'src/domain/a5.ts', code: uses('node:fs', 'readFileSync'), by: both },
  {
    arrow: 'domain → the browser',
    file: 'src/domain/a6.ts',
    code: 'export const offender = document.title;\n',
    by: tsc,
  },
  { arrow: 'domain → the clock', file: 'src/domain/a7.ts', code: 'export const offender = new Date();\n', by: lint },
  { arrow: 'domain → chance', file: 'src/domain/a8.ts', code: 'export const offender = Math.random();\n', by: lint },
  {
    arrow: "domain → Node's globals",
    file: 'src/domain/a11.ts',
    code: 'export const offender = process.pid;\n',
    by: both,
  },
  {
    arrow: "renderer → Node's globals",
    file: 'src/renderer/app/a8.ts',
    code: 'export const offender = Buffer;\n',
    by: both,
  },
  { arrow: 'domain → the network', file: 'src/domain/a12.ts', code: "export const offender = fetch('/');\n", by: both },
  { arrow: 'formats → storage', file: 'src/formats/a1.ts', code: uses('#storage/legal'), by: both },
  { arrow: 'formats → node', file: 'src/formats/a2.ts', code: uses('node:fs', 'readFileSync'), by: lint },
  { arrow: 'storage → formats', file: 'src/storage/a2.ts', code: uses('#formats/plain'), by: both },
  { arrow: 'storage → domain by path', file: 'src/storage/a3.ts', code: uses('../domain/legal.ts'), by: lint },
  { arrow: 'contract → domain', file: 'src/contract/a1.ts', code: uses('#domain/legal'), by: both },
  { arrow: 'services → domain', file: 'src/main/services/a2.ts', code: uses('#domain/legal'), by: both },
  { arrow: 'main → domain', file: 'src/main/a1.ts', code: uses('#domain/legal'), by: both },
  { arrow: 'main → storage', file: 'src/main/a2.ts', code: uses('#storage/legal'), by: both },
  { arrow: 'main → formats', file: 'src/main/a3.ts', code: uses('#formats/plain'), by: both },
  { arrow: 'main → services by path', file: 'src/main/a4.ts', code: uses('./services/legal.ts'), by: lint },
  { arrow: 'preload → domain', file: 'src/preload/a1.ts', code: uses('#domain/legal'), by: both },
  { arrow: 'preload → node', file: 'src/preload/a2.ts', code: uses('node:fs', 'readFileSync'), by: lint },
  { arrow: 'renderer → node', file: 'src/renderer/app/a2.ts', code: uses('node:fs', 'readFileSync'), by: both },
  { arrow: 'renderer → formats', file: 'src/renderer/app/a3.ts', code: uses('#formats/plain'), by: lint },
  { arrow: 'renderer → a worker', file: 'src/renderer/app/a6.ts', code: uses('../workers/legal.ts'), by: lint },
  { arrow: 'worker → storage', file: 'src/renderer/workers/a1.ts', code: uses('#storage/legal'), by: both },
  { arrow: 'component → storage', file: 'src/renderer/components/a1.ts', code: uses('#storage/legal'), by: lint },
  {
    arrow: 'component → feature',
    file: 'src/renderer/components/a2.ts',
    code: uses('../features/honours/legal.ts'),
    by: lint,
  },
  {
    arrow: "feature → another feature's inside",
    file: 'src/renderer/features/plans/parts/a1.ts',
    code: uses('../../honours/legal.ts'),
    by: lint,
  },
  {
    arrow: 'a barrel',
    file: 'src/domain/a10.ts',
    code: "export { legal } from './legal.ts';\n",
    by: lint,
  },
];

/**
 * Arrows to packages: only lint knows them. The compiler is not asked, because every installed package resolves from
 * everywhere and would bring types along (docx and electron bring all of Node's) that hide what other offenders do.
 */
const PACKAGE_OFFENDERS: readonly Offender[] = [
  { arrow: 'domain → react', file: 'src/domain/a3.ts', code: uses('react', 'useState'), by: lint },
  { arrow: 'domain → dexie', file: 'src/domain/a4.ts', code: uses('dexie', 'Dexie'), by: lint },
  { arrow: 'storage → react', file: 'src/storage/a1.ts', code: uses('react', 'useState'), by: lint },
  { arrow: 'services → electron', file: 'src/main/services/a1.ts', code: uses('electron', 'app'), by: lint },
  { arrow: 'main → raw IPC', file: 'src/main/electron/a5.ts', code: uses('electron', 'ipcMain'), by: lint },
  { arrow: 'preload → raw IPC', file: 'src/preload/a3.ts', code: uses('electron', 'ipcRenderer'), by: lint },
  { arrow: 'renderer → electron', file: 'src/renderer/app/a1.ts', code: uses('electron', 'shell'), by: lint },
  { arrow: 'renderer → docx', file: 'src/renderer/app/a4.ts', code: uses('docx', 'Document'), by: lint },
  { arrow: 'renderer → Dexie itself', file: 'src/renderer/app/a5.ts', code: uses('dexie', 'Dexie'), by: lint },
  { arrow: 'worker → react', file: 'src/renderer/workers/a2.ts', code: uses('react', 'useState'), by: lint },
  {
    arrow: 'an arrow broken by a type alone',
    file: 'src/main/services/a3.ts',
    code: "import type { App } from 'electron';\nexport type Offender = App;\n",
    by: lint,
  },
  {
    arrow: 'an arrow broken by import()',
    file: 'src/renderer/app/a7.ts',
    code: "export const offender = import('docx');\n",
    by: lint,
  },
  {
    arrow: 'an arrow broken by an inline type',
    file: 'src/domain/a9.ts',
    code: "export type Offender = import('dexie').Dexie;\n",
    by: lint,
  },
];

const OFFENDERS = [...LAYER_OFFENDERS, ...PACKAGE_OFFENDERS];

/** The lint rules that guard arrows; an offender caught only by another rule has not been caught. */
const ARROW_RULES = /^(?:layers\(|eslint\(no-restricted-(?:imports|globals)\))/;

let house = '';
let cleanReport = { lint: new Set<string>(), tsc: new Set<string>() };
let report = cleanReport;

beforeAll(() => {
  house = buildHouse();
  cleanReport = { tsc: filesRefusedByCompiler(), lint: filesRefusedByLint() };
  for (const { file, code } of LAYER_OFFENDERS) write(file, code);
  const refusedByCompiler = filesRefusedByCompiler();
  for (const { file, code } of PACKAGE_OFFENDERS) write(file, code);
  report = { tsc: refusedByCompiler, lint: filesRefusedByLint() };
}, 60_000);

afterAll(() => rmSync(house, { recursive: true, force: true }));

describe('the arrows between the layers', () => {
  test('let legal imports pass', () => {
    expect([...cleanReport.lint]).toEqual([]);
    expect([...cleanReport.tsc]).toEqual([]);
  });

  test.each(OFFENDERS)('forbid $arrow', ({ file, by }) => {
    const caughtBy = both.filter((guard) => report[guard].has(file));
    expect(caughtBy).toEqual(by);
  });

  test('still let legal imports pass beside offenders', () => {
    expect(Object.keys(LEGAL_FILES).filter((file) => report.lint.has(file))).toEqual([]);
  });
});

/** The real configuration around files of our own, so that the test does not depend on what src is growing into. */
function buildHouse(): string {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'rongdang-layers-')));
  for (const name of ['package.json', 'tsconfig.base.json', '.oxlintrc.json', 'scripts/lint']) {
    cpSync(join(projectRoot, name), join(root, name), { recursive: true });
  }
  symlinkSync(join(projectRoot, 'node_modules'), join(root, 'node_modules'), 'junction');
  const solution = JSON.parse(readFileSync(join(projectRoot, 'tsconfig.json'), 'utf8')) as Solution;
  const references = solution.references.filter(({ path }) => path.startsWith('./src/'));
  for (const { path } of references) {
    cpSync(join(projectRoot, path, 'tsconfig.json'), join(root, path, 'tsconfig.json'));
  }
  writeFileSync(join(root, 'tsconfig.json'), JSON.stringify({ ...solution, references }));
  house = root;
  for (const [file, code] of Object.entries(LEGAL_FILES)) write(file, code);
  return root;
}

type Solution = { readonly references: readonly { readonly path: string }[] };

function write(file: string, code: string) {
  mkdirSync(dirname(join(house, file)), { recursive: true });
  writeFileSync(join(house, file), code);
}

type LintOutput = { readonly diagnostics: readonly { readonly code?: string; readonly filename: string }[] };

function filesRefusedByLint(): Set<string> {
  const output = run('oxlint/bin/oxlint', ['--format', 'json']);
  const { diagnostics } = JSON.parse(output) as LintOutput;
  const refused = diagnostics.filter(({ code = '' }) => ARROW_RULES.test(code));
  return new Set(refused.map(({ filename }) => relative(house, join(house, filename)).split(sep).join('/')));
}

function filesRefusedByCompiler(): Set<string> {
  const output = run('typescript/bin/tsc', ['-b', '--pretty', 'false']);
  return new Set([...output.matchAll(/^(\S+?)\(\d+,\d+\): error/gmu)].map(([, file = '']) => file));
}

function run(bin: string, args: readonly string[]): string {
  const script = join(projectRoot, 'node_modules', bin);
  const result = spawnSync(process.execPath, [script, ...args], { cwd: house, encoding: 'utf8' });
  if (result.error) throw result.error;
  return result.stdout;
}
