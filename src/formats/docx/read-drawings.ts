import { attribute, scanMarkup, unescapeMarkup } from '../ledger-file/markup.ts';

/** Something drawn in the text, as the markup of the document names it. */
export type Drawing = {
  readonly kind: 'image' | 'chart';
  /** Of a picture: the name of its file. */
  readonly name: string;
  readonly relationship: string;
  /** The words of the last table before it, by rows; empty when there is none. */
  readonly table: readonly (readonly string[])[];
};

/** All drawings of a document in their order. @throws ReadStopped when the markup is broken */
export function readDrawings(xml: string): readonly Drawing[] {
  const drawings: Drawing[] = [];
  let table: string[][] = [];
  let name = '';
  let isInCell = false;
  let isText = false;
  const scanner = scanMarkup(
    {
      open: (tag, attributes) => {
        const value = (of: string) => unescapeMarkup(attribute(attributes, of) ?? '');
        isText = tag === 't';
        if (tag === 'tbl') table = [];
        else if (tag === 'tr') table.push([]);
        else if (tag === 'tc') isInCell = (table.at(-1)?.push('') ?? 0) > 0;
        else if (tag === 'docPr') name = value('name');
        else if (tag === 'blip') drawings.push({ kind: 'image', name, relationship: value('r:embed'), table });
        else if (tag === 'chart') drawings.push({ kind: 'chart', name, relationship: value('r:id'), table });
      },
      close: (tag) => {
        isText = false;
        if (tag === 'tc') isInCell = false;
      },
      text: (raw) => {
        const row = table.at(-1);
        if (isText && isInCell && row) row[row.length - 1] += unescapeMarkup(raw);
      },
    },
    'xml',
  );
  scanner.push(xml);
  scanner.end();
  return drawings;
}

/** The series of a chart part: what each is called, and its numbers by category. @throws ReadStopped as above */
export function readChart(
  xml: string,
): readonly { readonly name: string; readonly values: readonly (readonly [string, string])[] }[] {
  const series: { tx: string[]; cat: string[]; val: string[] }[] = [];
  let inside: 'tx' | 'cat' | 'val' | null = null;
  let isValue = false;
  const scanner = scanMarkup(
    {
      open: (tag) => {
        isValue = tag === 'v';
        if (tag === 'ser') series.push({ tx: [], cat: [], val: [] });
        else if (tag === 'tx' || tag === 'cat' || tag === 'val') inside = tag;
      },
      close: (tag) => {
        isValue = false;
        if (tag === inside) inside = null;
      },
      text: (raw) => {
        if (isValue && inside) series.at(-1)?.[inside].push(unescapeMarkup(raw));
      },
    },
    'xml',
  );
  scanner.push(xml);
  scanner.end();
  return series.map(({ tx, cat, val }) => ({
    name: tx.join(''),
    values: cat.map((category, index) => [category, val[index] ?? ''] as const),
  }));
}
