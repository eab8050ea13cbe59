import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { formatJournalLine, genesisHash } from '../journal-line.ts';
import type { PackageContents } from './write-package.ts';

export const ARCHIVE_ID = '00000000-0000-4000-8000-000000000001';

export const sha256Of = (bytes: string | Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

export function temporaryFolder(): Promise<string> {
  return mkdtemp(join(tmpdir(), 'rongdang-backup-test-'));
}

export type SampleOptions = {
  /** Month files with their change sets. */
  readonly journal?: Readonly<Record<string, readonly string[]>>;
  readonly records?: Readonly<Record<string, readonly object[]>>;
  readonly attachments?: readonly Uint8Array[];
};

const SAMPLE: Required<SampleOptions> = {
  journal: { '2026-10.jsonl': ['{"n":1}', '{"n":2,"text":"示例"}'], '2026-11.jsonl': ['{"n":3}'] },
  records: { honor: [{ id: 'honor-1', title: '示例荣誉' }], unit: [{ id: 'unit-1' }, { id: 'unit-2' }] },
  attachments: [Buffer.from('the first file'), Buffer.alloc(3000, 'a'), Buffer.alloc(0)],
};

/** An archive on the disk, with the files that a package is made of. */
export async function sampleContents(folder: string, options: SampleOptions = {}): Promise<PackageContents> {
  const { journal, records, attachments } = { ...SAMPLE, ...options };
  let head = { sequence: 0, hash: genesisHash(ARCHIVE_ID) };
  const months = new Map<string, { path: string; bytes: number }>();
  for (const [file, texts] of Object.entries(journal)) {
    const lines = texts.map((text) => {
      const { line, hash } = formatJournalLine(head.hash, head.sequence + 1, text);
      head = { sequence: head.sequence + 1, hash };
      return line;
    });
    const path = await keep(join(folder, 'journal', file), Buffer.concat(lines));
    months.set(file, { path, bytes: Buffer.concat(lines).length });
  }
  const stored = new Map<string, { path: string; bytes: number }>();
  for (const bytes of attachments) {
    const sha256 = sha256Of(bytes);
    const path = await keep(join(folder, 'attachments', sha256.slice(0, 2), sha256), bytes);
    stored.set(sha256, { path, bytes: bytes.length });
  }
  return {
    description: {
      application: '0.1.0',
      recordFormat: 3,
      archiveId: ARCHIVE_ID,
      head,
      madeAt: '2026-11-30T08:00:00.000Z',
      reason: 'asked',
      attachments: 'included',
    },
    archiveFile: `${JSON.stringify({ archiveId: ARCHIVE_ID })}\n`,
    journal: months,
    records: new Map(
      Object.entries(records).map(([kind, each]) => [
        kind,
        { lines: [Buffer.from(each.map((record) => `${JSON.stringify(record)}\n`).join(''))], count: each.length },
      ]),
    ),
    attachments: stored,
    beside: new Map([
      ['exports.jsonl', Buffer.from('{"name":"示例年鉴.docx"}\n')],
      ['settings.json', Buffer.from('{"theme":"dark"}')],
    ]),
  };
}

async function keep(path: string, bytes: Uint8Array): Promise<string> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, bytes);
  return path;
}
