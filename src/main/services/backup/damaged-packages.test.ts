import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { afterAll, describe, expect, test } from 'vitest';
import { formatJournalLine, genesisHash } from '../journal-line.ts';
import { ARCHIVE_ID, sha256Of } from './backup-fixtures.ts';
import { openPackage } from './open-package.ts';
import { changed, entriesOf, goodPackage, rebag, zipped } from './package-fixtures.ts';
import { UNWATCHED } from './watch-work.ts';
import { packFixture, type FixtureEntry } from './zip-fixtures.ts';

const folder = await mkdtemp(join(tmpdir(), 'rongdang-damaged-'));
afterAll(() => rm(folder, { recursive: true, force: true }));
const { bytes: good, files } = await goodPackage(folder);
const text = (path: string) => (files.get(path) ?? Buffer.alloc(0)).toString('utf8');
const MONTH = 'data/journal/2026-10.jsonl';
const HONORS = 'data/records/honor.jsonl';
const ATTACHMENT = [...files.keys()].find((path) => path.startsWith('data/attachments/')) ?? '';

/** Every package that must be refused, and as what. */
const DAMAGED: readonly (readonly [name: string, code: string | RegExp, bytes: Buffer])[] = [
  ['an empty file', 'not-a-package', Buffer.alloc(0)],
  ['a text', 'not-a-package', Buffer.from('荣档备份')],
  ['the first half of a package', 'not-a-package', good.subarray(0, good.length / 2)],
  ['a package without its last byte', 'not-a-package', good.subarray(0, -1)],
  ['a package without its first bytes', /damaged|hostile/, good.subarray(10)],
  ['something behind the end', 'not-a-package', Buffer.concat([good, Buffer.from('more')])],
  ['a zip file of something else', 'not-a-package', packFixture([{ name: 'a.txt', bytes: Buffer.from('a') }])],
  ['a bag of something else', 'not-a-package', zipped(rebag(files, { 'rongdang.json': null }))],
  ['a directory of more entries than there are', 'damaged', packFixture(entriesOf(files), { count: 20 })],
  ['a directory of fewer entries than there are', 'not-a-package', packFixture(entriesOf(files), { count: 1 })],
  ...flips(),
  ...names(),
  ...kinds(),
  ...sizes(),
  ...bags(),
  ...descriptions(),
  ...journals(),
];

describe('damaged packages', () => {
  test('there are enough of them', () => expect(DAMAGED.length).toBeGreaterThanOrEqual(60));

  test.each(DAMAGED)('%s is refused', async (_name, code, bytes) => {
    const path = join(folder, 'damaged.zip');
    await writeFile(path, bytes);
    const outcome = await openPackage(path, UNWATCHED).then(
      () => 'accepted',
      (error: unknown) => (error as { readonly code?: string }).code ?? String(error),
    );
    expect(outcome).toMatch(typeof code === 'string' ? new RegExp(`^${code}$`) : code);
  });
});

/** One bit, in the middle of each file's bytes, and in the fields that tell of them. */
function flips(): typeof DAMAGED {
  const cases = [...files].flatMap(([path, content]) => {
    if (content.length === 0) return [];
    const at = good.indexOf(content) + Math.floor(content.length / 2);
    return [[`a bit of ${path} turned`, /damaged|not-a-package|hostile/, flipped(at)] as const];
  });
  const directory = good.lastIndexOf(Buffer.from('PK\u0001\u0002', 'latin1'));
  return [
    ...cases,
    ['a bit of a checksum turned in the directory', /damaged|hostile/, flipped(directory + 16)],
    ['a bit of a size turned in the directory', /damaged|hostile/, flipped(directory + 24)],
    ['a bit of a place turned in the directory', /damaged|hostile/, flipped(directory + 43)],
  ];
}

function flipped(at: number): Buffer {
  const copy = Buffer.from(good);
  copy[at] = (copy[at] ?? 0) ^ 4;
  return copy;
}

function names(): typeof DAMAGED {
  const bad = [
    '../evil',
    '/etc/evil',
    'C:/evil',
    'C:evil',
    '\\\\server\\share\\evil',
    'rongdang-backup\\evil',
    'rongdang-backup/../../evil',
    'rongdang-backup/./evil',
    'rongdang-backup//evil',
    'rongdang-backup/data/..',
    'rongdang-backup/data/con',
    'rongdang-backup/data/NUL.txt',
    'rongdang-backup/aux.jsonl',
    'COM1.tar.gz',
    'rongdang-backup/lpt¹',
    'rongdang-backup/prn .txt',
    'rongdang-backup/a.txt:stream',
    'rongdang-backup/evil.',

    'rongdang-backup/evil ',
    ' evil',
    'rongdang-backup/ev\u0000il',
    'rongdang-backup/gpj.\u202Eexe',
    '',
    'e'.repeat(600),
  ];
  const more = (name: string, bytes = 'evil'): FixtureEntry => ({ name, bytes: Buffer.from(bytes) });
  const upper = `rongdang-backup/${HONORS.toUpperCase()}`;
  return [
    ...bad.map(
      (name) =>
        [`the name ${JSON.stringify(name.slice(0, 40))}`, /hostile|damaged/, zipped(files, {}, [more(name)])] as const,
    ),
    ['two entries of one name', 'hostile', zipped(files, {}, [more(`rongdang-backup/${HONORS}`)])],
    ['two names that differ in case', 'hostile', zipped(files, {}, [more(upper)])],
    [
      'two names that differ in their Unicode form',
      'hostile',
      zipped(files, {}, [more('rongdang-backup/\u00e9'), more('rongdang-backup/e\u0301')]),
    ],
    ['a file and a folder of one name', 'hostile', zipped(files, {}, [more(`rongdang-backup/${HONORS}/`, '')])],
  ];
}

function kinds(): typeof DAMAGED {
  return [
    ['a symbolic link', 'hostile', zipped(files, { [HONORS]: { mode: 0o120777 } })],
    ['a device', 'hostile', zipped(files, { [HONORS]: { mode: 0o020666 } })],
    ['an encrypted entry', 'hostile', zipped(files, { [HONORS]: { flags: 1, deflate: true } })],
    ['an entry packed by bzip2', 'hostile', zipped(files, { [HONORS]: { method: 12 } })],
    ['an entry packed by an unknown method', 'hostile', zipped(files, { [HONORS]: { method: 99 } })],
    ['a folder with content', 'hostile', zipped(files, {}, [{ name: 'rongdang-backup/x/', bytes: Buffer.from('x') }])],
  ];
}

function sizes(): typeof DAMAGED {
  const honors = files.get(HONORS) ?? Buffer.alloc(0);
  const zeros = Buffer.alloc(64 * 1024 * 1024);
  const packed = deflateRawSync(honors);
  return [
    ['a stored entry that claims to be longer', 'damaged', zipped(files, { [HONORS]: { size: honors.length + 1 } })],
    ['a stored entry that claims to be shorter', 'damaged', zipped(files, { [HONORS]: { size: 1 } })],
    ['a packed entry that is longer than it says', 'hostile', zipped(files, { [HONORS]: { deflate: true, size: 3 } })],
    [
      'a packed entry that is shorter than it says',
      'damaged',
      zipped(files, { [HONORS]: { deflate: true, size: 99 } }),
    ],
    ['packed bytes that are none', 'damaged', zipped(files, { [HONORS]: { method: 8, size: 40 } })],
    [
      'packed bytes that end early',
      'damaged',
      zipped(changed(files, HONORS, packed.subarray(0, -3)), { [HONORS]: { method: 8, size: honors.length } }),
    ],
    ['a bomb', 'hostile', zipped(rebag(files, { [HONORS]: zeros }), { [HONORS]: { deflate: true } })],
    ['a false checksum', 'damaged', zipped(files, { [HONORS]: { crc: 1 } })],
    ['another checksum where the entry stands', 'damaged', zipped(files, { [HONORS]: { local: { crc: 1 } } })],
    ['another name where the entry stands', 'hostile', zipped(files, { [HONORS]: { local: { name: '../evil' } } })],
    ['another method where the entry stands', 'hostile', zipped(files, { [HONORS]: { local: { method: 8 } } })],
    ['an entry that ends behind the file', 'damaged', zipped(files, { [HONORS]: { size: 1e9, packedSize: 1e9 } })],
    [
      'entries that share their bytes',
      'hostile',
      zipped(files, {}, [{ name: 'rongdang-backup/x', bytes: honors, sameBytesAs: `rongdang-backup/${HONORS}` }]),
    ],
  ];
}

function bags(): typeof DAMAGED {
  const manifest = text('manifest-sha256.txt');
  const twice = `${manifest}${manifest}`;
  const stranger = Buffer.from('MZ');
  const retag = (content: string) => {
    const tags = text('tagmanifest-sha256.txt').replace(/[0-9a-f]{64}(?= {2}manifest)/, sha256Of(content));
    return changed(changed(files, 'manifest-sha256.txt', content), 'tagmanifest-sha256.txt', tags);
  };
  return [
    ['a bag without its declaration', 'not-a-package', zipped(rebag(files, { 'bagit.txt': null }))],
    ['a bag of a later BagIt', 'damaged', zipped(rebag(files, { 'bagit.txt': 'BagIt-Version: 2.0\n' }))],
    ['a bag without a manifest', 'damaged', zipped(changed(files, 'manifest-sha256.txt', null))],
    ['a bag without a tag manifest', 'damaged', zipped(changed(files, 'tagmanifest-sha256.txt', null))],
    ['a payload file in no manifest', 'damaged', zipped(changed(files, 'data/records/person.jsonl', '{}\n'))],
    ['a payload file that is missing', 'damaged', zipped(changed(files, ATTACHMENT, null))],
    ['a tag file in no manifest', 'damaged', zipped(retag(manifest.slice(70)))],
    ['a file listed twice', 'damaged', zipped(retag(twice))],
    ['a line that is none', 'damaged', zipped(retag(`${manifest}nothing\n`))],
    ['a manifest that lists what lies outside', 'damaged', zipped(retag(`${manifest}${'a'.repeat(64)}  ../evil\n`))],
    ['a payload that the manifest does not know', 'damaged', zipped(changed(files, HONORS, '{"id":"other"}\n'))],
    ['a stranger that the manifest knows', 'damaged', zipped(rebag(files, { 'data/evil.exe': stranger }))],
    ['a stranger beside the bag', 'damaged', zipped(files, {}, [{ name: 'evil.exe', bytes: stranger }])],
    [
      'an attachment in the wrong folder',
      'damaged',
      zipped(rebag(files, { [`data/attachments/00/${'a'.repeat(64)}`]: 'x' })),
    ],
    ['an attachment that is not what its name says', 'damaged', zipped(rebag(files, { [ATTACHMENT]: 'another scan' }))],
  ];
}

function descriptions(): typeof DAMAGED {
  const told = JSON.parse(text('rongdang.json')) as Readonly<Record<string, unknown>>;
  const withDescription = (content: string | object) => {
    const json = typeof content === 'string' ? content : JSON.stringify({ ...told, ...content });
    return zipped(rebag(files, { 'rongdang.json': json }));
  };
  return [
    ['a description that is no JSON', 'damaged', withDescription('{')],
    ['a description that is a list', 'damaged', withDescription('[]')],
    ['a description that is null', 'damaged', withDescription('null')],
    [
      'a description with __proto__',
      'damaged',
      withDescription(`{"__proto__":{"format":1},${JSON.stringify(told).slice(1)}`),
    ],
    [
      'records with __proto__',
      'damaged',
      withDescription(JSON.stringify(told).replace('"honor":1', '"honor":1,"__proto__":{}')),
    ],
    ['a later form of the package', 'newer-package', withDescription({ format: 3, application: '9.0.0' })],
    ['the form with attachments beside, without any', 'damaged', withDescription({ format: 2 })],
    ['attachments beside in the form without', 'damaged', withDescription({ attachments: 'pooled' })],
    ['a form that never was', 'damaged', withDescription({ format: 0 })],
    ['a form that is a text', 'damaged', withDescription({ format: '1' })],
    ['no head', 'damaged', withDescription({ head: null })],
    ['a date that is none', 'damaged', withDescription({ madeAt: '2026-13-01T00:00:00Z' })],
    ['a negative count', 'damaged', withDescription({ records: { honor: -1 } })],
    ['more records than there are', 'damaged', withDescription({ records: { honor: 2, unit: 2 } })],
    ['records of a kind that are not there', 'damaged', withDescription({ records: { honor: 1, unit: 2, plan: 1 } })],
    ['a kind that is a path', 'damaged', withDescription({ records: { honor: 1, unit: 2, '../evil': 0 } })],
  ];
}

function journals(): typeof DAMAGED {
  const lines = text(MONTH);
  const [first = '', second = ''] = lines.split('\n');
  const foreign = formatJournalLine(genesisHash('another'), 1, '{"n":1}').line;
  const withMonth = (content: string | Buffer | null) => zipped(rebag(files, { [MONTH]: content }));
  const head = (sequence: number, hash: string) => {
    const told = { ...(JSON.parse(text('rongdang.json')) as object), head: { sequence, hash } };
    return zipped(rebag(files, { 'rongdang.json': JSON.stringify(told) }));
  };
  return [
    ['a change set that was changed', 'damaged', withMonth(lines.replace('"n":2', '"n":7'))],
    ['a line that is missing', 'damaged', withMonth(`${second}\n`)],
    ['lines in another order', 'damaged', withMonth(`${second}\n${first}\n`)],
    ['a line twice', 'damaged', withMonth(`${first}\n${first}\n${second}\n`)],
    ['a last line without its break', 'damaged', withMonth(lines.slice(0, -1))],
    ['a month that is missing', 'damaged', withMonth(null)],
    ['the journal of another archive', 'damaged', withMonth(foreign)],
    ['an archive.json of another archive', 'damaged', zipped(rebag(files, { 'data/journal/archive.json': '{}' }))],
    ['a head before the last line', 'damaged', head(2, 'a'.repeat(64))],
    ['a head behind the last line', 'damaged', head(4, 'a'.repeat(64))],
    ['the head of an empty journal', 'damaged', head(0, genesisHash(ARCHIVE_ID))],
  ];
}
