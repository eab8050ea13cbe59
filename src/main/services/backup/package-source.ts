import { constants, open, type FileHandle } from 'node:fs/promises';
import { fill, plainSource, type ByteSource } from '../sealing/byte-access.ts';
import { SealedFileError } from '../sealing/chunk-cipher.ts';
import type { KeyOf } from '../sealing/key-of.ts';
import { LONGEST_HEADER, readSealedHeader, type SealedHeader } from '../sealing/sealed-header.ts';
import { openSealedSource } from '../sealing/sealed-source.ts';
import { unwrapKey, type Seal } from '../sealing/wrapped-key.ts';
import { errorCode } from '../write-atomically.ts';
import { PackageError, PassphraseError } from './package-error.ts';

/** What sealed packages are opened with. */
export type PackageKeys = {
  /** Asked first: the archive's own key, or one that is known for another reason. */
  readonly keyOf: KeyOf;
  readonly passphrase: string | null;
};

export const NO_KEYS: PackageKeys = { keyOf: () => Promise.resolve(null), passphrase: null };

/** The bytes of a package's zip file. */
export type PackageSource = ByteSource & {
  /** Of the file itself. */
  readonly fileBytes: number;
  /** What it is sealed with; null when it is a plain zip file. */
  readonly seal: Seal | null;
};

/**
 * Opens the file of a package, plain or sealed. How long wrong passphrases take is Argon2id alone: whoever has the file can
 * try them elsewhere.
 * @throws PackageError or PassphraseError
 */
export async function openPackageSource(path: string, keys: PackageKeys): Promise<PackageSource> {
  const handle = await openFile(path);
  try {
    const found = await handle.stat();
    if (!found.isFile()) throw new PackageError('not-a-package', `${path} is not a file`);
    const plain = plainSource(handle, found.size);
    const header = await readHeader(plain);
    if (!header) return { ...plain, fileBytes: found.size, seal: null };
    const key = await keyFor(header, keys);
    const sealed = await openSealedSource(plain, header, key).catch(told);
    const read: ByteSource['read'] = (buffer, position) => sealed.read(buffer, position).catch(told);
    return { ...sealed, read, fileBytes: found.size, seal: { key, wrapped: header.key } };
  } catch (error) {
    await handle.close();
    throw error;
  }
}

/** Whether only a person can open a backup. */
export async function asksPassphrase(
  { path, isSealed }: { readonly path: string; readonly isSealed: boolean },
  { keyOf }: Pick<PackageKeys, 'keyOf'>,
): Promise<boolean> {
  return isSealed && !(await isOpenable(path, keyOf));
}

/**
 * Whether a package is plain, or sealed with a key that is known without asking for a passphrase; also for a file that
 * cannot be read, which is told when it is opened.
 */
export async function isOpenable(path: string, keyOf: KeyOf): Promise<boolean> {
  const handle = await openFile(path).catch(() => null);
  if (!handle) return true;
  try {
    const header = await readHeader(plainSource(handle, (await handle.stat()).size));
    return header === null || (await keyOf(header.key)) !== null;
  } catch {
    return true;
  } finally {
    await handle.close();
  }
}

function openFile(path: string): Promise<FileHandle> {
  // Without waiting for the other end of a pipe.
  return open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0)).catch((error: unknown) => {
    throw new PackageError(errorCode(error) === 'ENOENT' ? 'missing' : 'unreadable', String(error));
  });
}

/** Null when it is no sealed file. */
async function readHeader(file: ByteSource): Promise<SealedHeader | null> {
  const buffer = Buffer.alloc(LONGEST_HEADER);
  const length = await fill(file, buffer, 0).catch((error: unknown) => {
    throw new PackageError('unreadable', String(error));
  });
  const header = readSealedHeader(buffer.subarray(0, length));
  switch (header) {
    case 'damaged':
    case 'hostile':
      throw new PackageError(header, 'the header of the sealed file');
    case 'newer':
      throw new PackageError('newer-package', 'a later form of sealed files');
    default:
      return header;
  }
}

async function keyFor({ key: wrapped }: SealedHeader, { keyOf, passphrase }: PackageKeys): Promise<Buffer> {
  const known = await keyOf(wrapped);
  if (known) return known;
  if (passphrase === null) throw new PassphraseError('needs-passphrase');
  const key = await unwrapKey(wrapped, passphrase);
  if (!key) throw new PassphraseError('wrong-passphrase');
  return key;
}

function told(error: unknown): never {
  throw error instanceof SealedFileError ? new PackageError('damaged', error.message, { cause: error }) : error;
}
