import { PackageError } from './package-error.ts';

/** The versions of the package's own form; one with a higher number is refused with words. */
const WHOLE_FORMAT = 1;
/** With attachments beside it, which programs that know the first form only would miss. */
const POOLED_FORMAT = 2;

/** `pooled`: in a folder beside the package, which several share. */
export type AttachmentsOf = 'included' | 'left-out' | 'pooled';

export function isAttachmentsOf(value: unknown): value is AttachmentsOf {
  return value === 'included' || value === 'left-out' || value === 'pooled';
}

export const DESCRIPTION_FILE = 'rongdang.json';

/** What a package says of itself in `rongdang.json`. */
export type PackageDescription = {
  readonly format: number;
  /** The version of the program that made it. */
  readonly application: string;
  /** The version of the record shapes in `data/records`. */
  readonly recordFormat: number;
  readonly archiveId: string;
  /** The journal's last line in the package; number 0 and the chain's beginning when there is none. */
  readonly head: { readonly sequence: number; readonly hash: string };
  /** ISO 8601, UTC. */
  readonly madeAt: string;
  /** Why it was made, e.g. `asked` or `before-restore`. */
  readonly reason: string;
  readonly attachments: AttachmentsOf;
  /** Records by kind, deleted ones included. */
  readonly records: Readonly<Record<string, number>>;
  /** Stored files whose bytes were not those of their hash any more when the package was made. */
  readonly damagedAttachments: readonly string[];
};

export function formatDescription(description: Omit<PackageDescription, 'format'>): string {
  const format = description.attachments === 'pooled' ? POOLED_FORMAT : WHOLE_FORMAT;
  return `${JSON.stringify({ format, about: '荣档 Rongdang backup', ...description }, null, 2)}\n`;
}

/** @throws PackageError */
export function parseDescription(text: string): PackageDescription {
  const told = parseObject(text);
  const { format } = told;
  if (!isCount(format) || format === 0) throw new PackageError('damaged', `${DESCRIPTION_FILE}: format`);
  if (format > POOLED_FORMAT)
    throw new PackageError('newer-package', `format ${format}, ${String(told['application'])}`);
  const { application, recordFormat, archiveId, head, madeAt, reason, attachments, records, damagedAttachments } = told;
  const isWhole =
    isText(application) &&
    isCount(recordFormat) &&
    isText(archiveId) &&
    isObject(head) &&
    isCount(head['sequence']) &&
    isHash(head['hash']) &&
    isText(madeAt) &&
    isInstant(madeAt) &&
    isText(reason) &&
    isAttachmentsOf(attachments) &&
    (format === POOLED_FORMAT) === (attachments === 'pooled') &&
    isObject(records) &&
    Object.entries(records).every(([kind, count]) => /^[A-Za-z]{1,40}$/.test(kind) && isCount(count)) &&
    Array.isArray(damagedAttachments) &&
    damagedAttachments.every(isHash);
  if (!isWhole) throw new PackageError('damaged', `${DESCRIPTION_FILE} is not whole`);
  return {
    format,
    application,
    recordFormat,
    archiveId,
    head: { sequence: head['sequence'] as number, hash: head['hash'] as string },
    madeAt,
    reason,
    attachments,
    records: records as Readonly<Record<string, number>>,
    damagedAttachments,
  };
}

function parseObject(text: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text);
    if (isObject(value)) return value;
  } catch {
    // Told below.
  }
  throw new PackageError('damaged', `${DESCRIPTION_FILE} is no JSON object`);
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !Object.hasOwn(value, '__proto__');

const isText = (value: unknown): value is string => typeof value === 'string' && value !== '' && value.length <= 200;

const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0;

const isHash = (value: unknown): value is string => typeof value === 'string' && /^[0-9a-f]{64}$/.test(value);

const isInstant = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?Z$/.test(text) && !Number.isNaN(Date.parse(text));
