import * as v from 'valibot';

/** The lower-case hexadecimal SHA-256 of something. */
export const hash = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));

/** A whole number that counts something: bytes, files, lines. */
export const count = v.pipe(v.number(), v.integer(), v.minValue(0));

/** Why main could not do something; `detail` is for the person who looks into it. */
export const failure = <const Codes extends readonly string[]>(codes: Codes) =>
  v.object({ ok: v.literal(false), code: v.picklist(codes), detail: v.string() });

export const success = <Entries extends v.ObjectEntries>(entries: Entries) =>
  v.object({ ok: v.literal(true), ...entries });

/** What the disk may refuse when main writes a file of its own. */
export const WRITE_FAILURES = ['no-space', 'not-writable', 'in-use', 'failed'] as const;

/** Only a suggestion: main takes from it what can be a file's name. */
export const suggestedName = v.pipe(v.string(), v.minLength(1), v.maxLength(150));

/** Bytes that cross between page and main, up to a size. */
export const bytesUpTo = (largest: number) =>
  v.pipe(
    v.instance(Uint8Array),
    v.check(({ byteLength }) => byteLength <= largest, `more than ${largest} bytes`),
  );
