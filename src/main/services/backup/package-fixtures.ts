import { randomUUID } from 'node:crypto';
import { open, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createSealedSink } from '../sealing/sealed-sink.ts';
import type { Seal } from '../sealing/wrapped-key.ts';
import { sampleContents, sha256Of, type SampleOptions } from './backup-fixtures.ts';
import { BAG, formatManifest } from './bag.ts';
import { openZip } from './open-zip.ts';
import { NO_KEYS, openPackageSource } from './package-source.ts';
import { UNWATCHED } from './watch-work.ts';
import { writePackage } from './write-package.ts';
import { packFixture, type FixtureEntry } from './zip-fixtures.ts';

/** The files of a package by their path in the bag. */
export type BagFiles = ReadonlyMap<string, Buffer>;

/** A package as the program writes it: its bytes, and its files. */
export async function goodPackage(
  folder: string,
  options?: SampleOptions,
): Promise<{ readonly bytes: Buffer; readonly files: BagFiles }> {
  const path = join(folder, 'good.zip');
  await writePackage(path, await sampleContents(folder, options), UNWATCHED);
  const source = await openPackageSource(path, NO_KEYS);
  const zip = await openZip(source);
  const files = new Map<string, Buffer>();
  for (const [name, entry] of zip.entries) {
    const pieces: Buffer[] = [];
    for await (const piece of zip.read(entry)) pieces.push(Buffer.from(piece));
    files.set(name.slice(name.indexOf('/') + 1), Buffer.concat(pieces));
  }
  await source.close();
  return { bytes: await readFile(path), files };
}

/** The files with some changed (null: removed), and manifests that are true of the outcome. */
export function rebag(files: BagFiles, changes: Readonly<Record<string, string | Buffer | null>>): BagFiles {
  const next = new Map(files);
  for (const [path, content] of Object.entries(changes)) {
    if (content === null) next.delete(path);
    else next.set(path, Buffer.from(content));
  }
  const hashesOf = (paths: readonly string[]) =>
    new Map(paths.map((path) => [path, sha256Of(next.get(path) ?? Buffer.alloc(0))]));
  const isTag = (path: string) => !path.startsWith('data/') && path !== BAG.tagManifest;
  next.set(
    BAG.manifest,
    Buffer.from(formatManifest(hashesOf([...next.keys()].filter((each) => !isTag(each) && each !== BAG.tagManifest)))),
  );
  next.set(BAG.tagManifest, Buffer.from(formatManifest(hashesOf([...next.keys()].filter(isTag)))));
  return next;
}

/** One change without telling the manifests. */
export function changed(files: BagFiles, path: string, content: string | Buffer | null): BagFiles {
  const next = new Map(files);
  if (content === null) next.delete(path);
  else next.set(path, Buffer.from(content));
  return next;
}

export function entriesOf(files: BagFiles, base = 'rongdang-backup/'): FixtureEntry[] {
  return Array.from(files, ([path, bytes]) => ({ name: `${base}${path}`, bytes }));
}

/** The files as a zip file, with what is given of the entries that end so, and more entries behind. */
export function zipped(
  files: BagFiles,
  told: Readonly<Record<string, Partial<FixtureEntry>>> = {},
  more: readonly FixtureEntry[] = [],
): Buffer {
  const entries = entriesOf(files).map((entry) => {
    const [, lies] = Object.entries(told).find(([end]) => entry.name.endsWith(end)) ?? [];
    return { ...entry, ...lies };
  });
  return packFixture([...entries, ...more]);
}

/** Any bytes, sealed as the program seals a zip file. */
export async function sealedBytes(folder: string, bytes: Buffer, seal: Seal): Promise<Buffer> {
  const path = join(folder, `being-sealed-${randomUUID()}`);
  const file = await open(path, 'w');
  try {
    const sink = await createSealedSink(file, seal);
    await sink.write(bytes, 0);
    await sink.end();
  } finally {
    await file.close();
  }
  return readFile(path);
}
