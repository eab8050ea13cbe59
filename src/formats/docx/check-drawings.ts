import { attribute, scanMarkup, unescapeMarkup } from '../ledger-file/markup.ts';
import type { OfficePackage } from '../ledger-file/office-package.ts';
import { ReadStopped } from '../ledger-file/read-problem.ts';
import { stripMetadata } from '../photo/strip-metadata.ts';
import { readChart, type Drawing } from './read-drawings.ts';

const RELATIONSHIPS = 'word/_rels/document.xml.rels';

/** Pictures that are not shown as often as they are wanted, and such as are not in the file, not whole or never shown. */
export function checkPictures(
  file: OfficePackage,
  drawings: readonly Drawing[],
  wanted: readonly string[],
): readonly string[] {
  const targets = readTargets(file);
  const shown = drawings.filter(({ kind }) => kind === 'image');
  const parts = new Map(shown.map(({ relationship, name }) => [targets.get(relationship) ?? '', name]));
  const stored = file.names.filter((name) => name.startsWith('word/media/'));
  return [
    ...surplus(wanted, shown),
    ...surplus(
      shown.map(({ name }) => name),
      wanted.map((name) => ({ name })),
    ),
    ...[...parts].filter(([part]) => !isWholePicture(file, part)).map(([, name]) => name),
    ...stored.filter((part) => !parts.has(part)),
  ];
}

/** Charts that are not in the file, or whose numbers are others than those of the table above. */
export function checkCharts(file: OfficePackage, drawings: readonly Drawing[]): readonly string[] {
  const targets = readTargets(file);
  return drawings
    .filter(({ kind }) => kind === 'chart')
    .filter(({ relationship, table }) => {
      const series = readChart(file.text(targets.get(relationship) ?? '') ?? '');
      return series.length === 0 || !series.every(({ name, values }) => agrees(name, values, table));
    })
    .map(({ name }) => name);
}

/** A column of the table has the name of the series, a row that of each category; a dash is a nought. */
function agrees(name: string, values: readonly (readonly [string, string])[], table: Drawing['table']): boolean {
  const column = table[0]?.indexOf(name) ?? -1;
  const rows = new Map(table.map((row) => [bare(row[0] ?? ''), row[column] ?? '']));
  return column !== -1 && values.every(([category, value]) => numberIn(rows.get(bare(category))) === Number(value));
}

function numberIn(cell: string | undefined): number {
  return cell === '—' ? 0 : Number(cell);
}

function bare(text: string): string {
  return text.replace(/\s/gu, '');
}

/** Names that stand more often in a list than in another. */
function surplus(names: readonly string[], others: readonly { readonly name: string }[]): readonly string[] {
  const left = new Map<string, number>();
  for (const { name } of others) left.set(name, (left.get(name) ?? 0) + 1);
  return names.filter((name) => {
    const rest = left.get(name) ?? 0;
    left.set(name, rest - 1);
    return rest <= 0;
  });
}

/** Begins and ends as its kind does, with all its segments, and has the checksum that the package gives it. */
function isWholePicture(file: OfficePackage, part: string): boolean {
  try {
    const bytes = file.bytes(part);
    return bytes !== null && stripMetadata(bytes, part.endsWith('.png') ? 'png' : 'jpeg') !== null;
  } catch (error) {
    if (error instanceof ReadStopped) return false;
    throw error;
  }
}

/** The parts that the relationships of the document lead to, by their ids (OPC, 6.5). */
function readTargets(file: OfficePackage): ReadonlyMap<string, string> {
  const targets = new Map<string, string>();
  const scanner = scanMarkup(
    {
      open: (tag, attributes) => {
        const value = (name: string) => unescapeMarkup(attribute(attributes, name) ?? '');
        if (tag === 'Relationship') targets.set(value('Id'), `word/${value('Target')}`);
      },
      close: () => undefined,
      text: () => undefined,
    },
    'xml',
  );
  scanner.push(file.text(RELATIONSHIPS) ?? '');
  scanner.end();
  return targets;
}
