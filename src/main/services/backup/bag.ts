import { PackageError } from './package-error.ts';

/** The files of a BagIt bag (RFC 8493, 2.1 and 2.2). */
export const BAG = {
  declaration: 'bagit.txt',
  info: 'bag-info.txt',
  manifest: 'manifest-sha256.txt',
  tagManifest: 'tagmanifest-sha256.txt',
  /** Payload that lies elsewhere (2.2.3). */
  fetch: 'fetch.txt',
} as const;

export const BAG_DECLARATION = 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n';

/** Whether a text declares a bag of a version that this program reads. */
export function isBagDeclaration(text: string): boolean {
  return /^BagIt-Version: (?:1\.0|0\.97)\r?\nTag-File-Character-Encoding: UTF-8\s*$/.test(text);
}

/** Lines `label: value`; none of ours is so long that it would have to be folded. */
export function formatBagInfo(lines: readonly (readonly [label: string, value: string])[]): string {
  return lines.map(([label, value]) => `${label}: ${value}\n`).join('');
}

/** Lines of hash and path (RFC 8493, 2.1.3). Our names hold none of the characters that would have to be encoded. */
export function formatManifest(hashes: ReadonlyMap<string, string>): string {
  return [...hashes].map(([path, hash]) => `${hash}  ${path}\n`).join('');
}

/** @throws PackageError when a line is none, or a path is listed twice */
export function parseManifest(text: string, name: string): ReadonlyMap<string, string> {
  const hashes = new Map<string, string>();
  for (const line of text.split(/\r?\n/)) {
    if (line === '') continue;
    const match = /^([0-9a-fA-F]{64})[ \t]+\*?(.+)$/.exec(line);
    const [, hash, path] = match ?? [];
    if (hash === undefined || path === undefined || hashes.has(path)) {
      throw new PackageError('damaged', `${name}: ${JSON.stringify(line.slice(0, 120))}`);
    }
    hashes.set(path, hash.toLowerCase());
  }
  return hashes;
}
