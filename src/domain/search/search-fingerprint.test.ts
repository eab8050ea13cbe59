import * as v from 'valibot';
import { afterEach, expect, it, vi } from 'vitest';
import { archiveRecordSchema } from '../records/archive-record.ts';
import { probeRecords } from './probe-records.ts';

async function fingerprint(): Promise<string> {
  vi.resetModules();
  const { searchFingerprint } = await import('./search-fingerprint.ts');
  return searchFingerprint();
}

type Module = Readonly<Record<string, unknown>>;

/** The fingerprint when one function of one module gives something else. */
async function fingerprintWith(path: string, name: string, change: (original: never) => unknown): Promise<string> {
  vi.resetModules();
  vi.doMock(path, async (importOriginal) => {
    const original = await importOriginal<Module>();
    return { ...original, [name]: change(original[name] as never) };
  });
  const { searchFingerprint } = await import('./search-fingerprint.ts');
  vi.doUnmock(path);
  return searchFingerprint();
}

afterEach(() => vi.resetModules());

it('is the same as long as the code is', { timeout: 60_000 }, async () => {
  const first = await fingerprint();
  expect(first).toMatch(/^[0-9a-f]{16}$/);
  expect(await fingerprint()).toBe(first);
});

it('is worked out from records that could stand in an archive', () => {
  for (const record of probeRecords()) {
    const read = v.safeParse(archiveRecordSchema, record);
    expect({ id: record.id, issues: read.issues?.map(({ message, path }) => [message, path?.at(-1)?.key]) }).toEqual({
      id: record.id,
      issues: undefined,
    });
  }
});

type ToText = (text: string) => string;
type ToTexts = (value: unknown) => readonly string[];
type Table = () => Uint16Array;
type Reader = (visit: (key: number, code: number) => void) => unknown;
type ToDocument = (record: unknown) => { readonly fields: readonly { readonly text: string }[] };

it.each<[rule: string, path: string, name: string, change: (original: never) => unknown]>([
  [
    'one character is normalised otherwise',
    './normalize-text.ts',
    'normalizeForSearch',
    (original: ToText) => (text: string) =>
      original(text).replaceAll('㎡', 'm2').replaceAll('ª', 'x').replaceAll('·', ''),
  ],
  [
    'one character is folded otherwise',
    './fold-text.ts',
    'foldTable',
    (original: Table) => () => original().map((unit, at) => (at === 0x9762 ? 0x9eb5 : unit)),
  ],
  [
    'one spelling of a day is left out',
    './date-variants.ts',
    'dateVariants',
    (original: ToTexts) => (date: unknown) => original(date).filter((text) => !text.includes('/0')),
  ],
  [
    'a field is left out of documents',
    './search-document.ts',
    'toSearchDocument',
    (original: ToDocument) => (record: unknown) => {
      const document = original(record);
      return { ...document, fields: document.fields.filter(({ text }) => !text.includes('source')) };
    },
  ],
  [
    'a gram has another code',
    './visit-grams.ts',
    'createGramReader',
    (original: Reader) => (visit: (key: number, code: number) => void) =>
      original((key, code) => visit(key, code === 2 ? 1 : code)),
  ],
  [
    'what belongs to a record is told apart otherwise',
    './search-part.ts',
    'toSearchPart',
    (original: (record: unknown) => object) => (record: unknown) => ({ ...original(record), things: [] }),
  ],
])('is another when %s', { timeout: 60_000 }, async (_, path, name, change) => {
  const usual = await fingerprint();
  expect(await fingerprintWith(path, name, change)).not.toBe(usual);
});
