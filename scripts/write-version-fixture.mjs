/**
 * `npm run fixture`: writes e2e/fixtures/archives/version-N, an archive as the present version leaves it, once for each
 * version of the database. A fixture that is there is never written again: it is what that version really wrote.
 */
import { _electron } from '@playwright/test';
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { buildIfStale } from './build-if-stale.mjs';
import { openDisplay } from './display.mjs';
import { findRuntime, machineFlags, projectRoot } from './electron-runtime.mjs';
import { fail } from './launch.mjs';

/** Dexie keeps its version times ten in IndexedDB. */
const DEXIE_VERSION_FACTOR = 10;

/** One record of each kind and of each precision of date that matters; e2e/migrations.spec.ts looks for the first. */
const RECORDS = [
  {
    kind: 'honor',
    id: 'version-fixture-1',
    title: '示例全国文明单位',
    level: '国家级',
    date: '2023年5月',
    recipients: ['示例单位甲'],
    awardedBy: ['示例授予机关'],
    documentNo: '示发〔2023〕5号',
    works: ['文明创建'],
    note: '示例备注𠮷',
    dateMeaning: '决定日期',
    programme: '示例全国文明单位',
    round: '第七届',
    documentTitle: '关于表彰示例文明单位的决定',
    certificateNo: '示证0005',
    carriers: ['证书', '奖牌'],
    location: '示例柜',
    verification: '已核实',
    statusEvents: [{ event: '保留', date: '2026年', basis: '示例复查通报' }],
    organTypes: ['学习型'],
  },
  {
    kind: 'honor',
    id: 'version-fixture-2',
    title: '示例先进个人',
    collective: false,
    recipients: [{ name: '示例人员', role: '队长', unit: '示例单位甲' }],
    date: '2022—2023年度',
  },
  {
    kind: 'plan',
    id: 'version-fixture-3',
    title: '示例方案',
    planKind: '方案',
    issuers: ['示例单位甲'],
    issued: '2023.5.4',
    status: '现行',
    works: ['政治建设'],
    supersedes: '示例旧方案',
    fullText: '一、示例要求\n二、示例安排',
  },
  {
    kind: 'activity',
    id: 'version-fixture-4',
    title: '示例活动',
    series: '示例系列',
    episode: '第一期',
    date: '4月28日',
    hosts: ['示例单位甲'],
    coHosts: ['示例单位乙'],
    headcount: 20,
    summary: '示例摘要',
    activityKind: '竞赛',
    results: [{ name: '示例选手', unit: '示例单位乙', result: '一等奖' }],
  },
  {
    kind: 'practice',
    id: 'version-fixture-5',
    title: '示例做法',
    practiceKind: '创新做法',
    units: ['示例单位甲'],
    date: '2023年上半年',
    summary: '示例摘要',
  },
  {
    kind: 'evaluation',
    id: 'version-fixture-6',
    title: '示例评估认定',
    units: ['示例单位乙'],
    date: '2024年',
    round: '第一轮',
    result: '示例结果',
  },
  {
    kind: 'person',
    id: 'version-fixture-7',
    title: '示例人员',
    posts: [{ unit: '示例单位甲', post: '示例职务', from: '2020年', to: '' }],
  },
  {
    kind: 'programme',
    id: 'version-fixture-8',
    title: '示例全国文明单位',
    aliases: ['示例文明单位'],
    hosts: ['示例授予机关'],
    level: '国家级',
    cycleYears: 3,
  },
];

/** A ledger of one row, imported from its file. */
const LEDGER = '方案名称,印发时间,制发单位\n示例导入方案,2024年3月,示例单位甲\n';

async function run() {
  const runtime = findRuntime();
  await buildIfStale();
  const display = await openDisplay();
  Object.assign(process.env, display.env);
  const data = mkdtempSync(join(tmpdir(), 'rongdang-fixture-'));
  const launch = () =>
    _electron.launch({ executablePath: runtime.path, args: [...machineFlags(), projectRoot, '--data', data] });
  const app = await launch();
  const page = await app.firstWindow();
  await page.evaluate(() => (location.hash = '#/import'));
  const buffer = Buffer.from(JSON.stringify(RECORDS));
  await page.getByTestId('import-file').setInputFiles({ name: 'records.json', mimeType: 'application/json', buffer });
  await page.getByText(`已导入 ${RECORDS.length} 条记录`).waitFor();
  await app.close();
  importLedger(data);
  const second = await launch();
  const database = await (await openedPage(second)).evaluate(dumpDatabase);
  await second.close();
  display.close();

  const target = join(projectRoot, 'e2e', 'fixtures', 'archives', `version-${database.version / DEXIE_VERSION_FACTOR}`);
  if (existsSync(target)) throw new Error(`${target} is there already and stays as it is.`);
  mkdirSync(target, { recursive: true });
  for (const name of ['archive.json', 'journal']) cpSync(join(data, name), join(target, name), { recursive: true });
  writeFileSync(join(target, 'database.json'), `${JSON.stringify(database, null, 1)}\n`);
  rmSync(data, { recursive: true, force: true });
  process.stdout.write(`${target}\n`);
}

/** A record that leads to its file, as only a ledger makes it. @param {string} data */
function importLedger(data) {
  const file = join(data, '示例方案台账.csv');
  writeFileSync(file, LEDGER);
  const words = ['import', file, '--kind', 'plan', '--data', data, '--json'];
  const { status, stderr } = spawnSync(process.execPath, [join(projectRoot, 'scripts', 'rongdang.mjs'), ...words], {
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`The ledger was not imported: ${stderr}`);
}

/** The window once its archive is open. @param {import('@playwright/test').ElectronApplication} app */
async function openedPage(app) {
  const page = await app.firstWindow();
  await page.getByRole('link', { name: '荣誉' }).waitFor();
  return page;
}

/** Runs in the page: the database as plain values, in the shape of e2e/support/database-dump.ts. */
async function dumpDatabase() {
  const finished = (/** @type {IDBRequest} */ request) =>
    new Promise((resolve, reject) => {
      request.addEventListener('success', () => resolve(request.result));
      request.addEventListener('error', () => reject(new Error(String(request.error))));
    });
  const database = /** @type {IDBDatabase} */ (await finished(indexedDB.open('rongdang')));
  /** @type {Record<string, { keyPath: string, indexes: readonly string[], rows: unknown }>} */
  const stores = {};
  for (const name of database.objectStoreNames) {
    const store = database.transaction(name).objectStore(name);
    const rows = await finished(store.getAll());
    stores[name] = { keyPath: String(store.keyPath), indexes: [...store.indexNames], rows };
  }
  return { version: database.version, stores };
}

run().then(() => process.exit(0), fail);
