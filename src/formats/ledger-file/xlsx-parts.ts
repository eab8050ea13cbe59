import type { ExcelDateSystem } from '#domain/dates/excel-serial';
import { attribute, scanMarkup, unescapeMarkup, type MarkupSink } from './markup.ts';
import { builtInFormat } from './number-formats.ts';
import type { OfficePackage } from './office-package.ts';
import { MAX_CELLS, MAX_LIST_PART } from './read-limits.ts';
import { ReadStopped } from './read-problem.ts';
import type { Reading } from './reading.ts';

/** One sheet of a workbook, and where its cells are. */
export type SheetPart = { readonly name: string; readonly isHidden: boolean; readonly path: string };

export type WorkbookParts = {
  readonly dateSystem: ExcelDateSystem;
  readonly sheets: readonly SheetPart[];
  readonly sharedStrings: readonly string[];
  /** The number format of each cell style. */
  readonly formats: readonly string[];
};

const NOTHING = (): void => undefined;

/** The main part of an Office file: xl/workbook.xml, word/document.xml. Null when the package names none. */
export function mainPart(file: OfficePackage): string | null {
  return relations(file, '').find(({ type }) => type.endsWith('/officeDocument'))?.target ?? null;
}

/** What a workbook's cells need besides themselves. Parts that are not needed (pictures, links, macros) stay packed. */
export function readWorkbookParts(file: OfficePackage, workbook: string, reading: Reading): WorkbookParts {
  const targets = relations(file, workbook);
  const byType = (end: string): string | undefined => targets.find(({ type }) => type.endsWith(end))?.target;
  const { dateSystem, sheets } = readWorkbook(file, workbook);
  const paths = new Map(
    targets.filter(({ type }) => type.endsWith('/worksheet')).map(({ id, target }) => [id, target]),
  );
  return {
    dateSystem,
    sheets: sheets.flatMap(({ id, name, isHidden }) => {
      const path = paths.get(id);
      return path === undefined ? [] : [{ path, isHidden, name: reading.clean(name) }];
    }),
    sharedStrings: readSharedStrings(file, byType('/sharedStrings'), reading),
    formats: readFormats(file, byType('/styles')),
  };
}

type Relation = { readonly id: string; readonly type: string; readonly target: string };

/** The parts that a part refers to, their names from the package's root. What lies outside is not followed. */
function relations(file: OfficePackage, part: string): readonly Relation[] {
  const slash = part.lastIndexOf('/') + 1;
  const folder = part.slice(0, slash);
  const found: Relation[] = [];
  scan(file, `${folder}_rels/${part.slice(slash)}.rels`, {
    open(name, attributes) {
      if (name !== 'Relationship' || attribute(attributes, 'TargetMode') === 'External') return;
      const target = attribute(attributes, 'Target') ?? '';
      found.push({
        id: attribute(attributes, 'Id') ?? '',
        type: attribute(attributes, 'Type') ?? '',
        target: resolved(folder, target),
      });
    },
  });
  return found;
}

function resolved(folder: string, target: string): string {
  const steps: string[] = [];
  for (const step of (target.startsWith('/') ? target : folder + target).split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  return steps.join('/');
}

/**
 * Tells what is in a part; nothing when there is no such part.
 *
 * @throws ReadStopped when it has more than `limit` characters
 */
export function scan(file: OfficePackage, path: string, sink: Partial<MarkupSink>, limit = MAX_LIST_PART): boolean {
  const scanner = scanMarkup({ open: NOTHING, close: NOTHING, text: NOTHING, ...sink }, 'xml');
  let characters = 0;
  const isThere = file.stream(path, (chunk) => {
    characters += chunk.length;
    if (characters > limit) throw new ReadStopped({ code: 'unpacks-too-large', limit });
    scanner.push(chunk);
  });
  if (isThere) scanner.end();
  return isThere;
}

function readWorkbook(file: OfficePackage, path: string) {
  let dateSystem: ExcelDateSystem = 1900;
  const sheets: { readonly id: string; readonly name: string; readonly isHidden: boolean }[] = [];
  const open = (name: string, attributes: string): void => {
    if (name === 'workbookPr' && isTrue(attribute(attributes, 'date1904'))) dateSystem = 1904;
    if (name !== 'sheet') return;
    const state = attribute(attributes, 'state');
    sheets.push({
      // `r:id`; a sheet's own number is `sheetId`, which the search for a whole name does not find.
      id: attribute(attributes, 'id') ?? '',
      name: attribute(attributes, 'name') ?? '',
      isHidden: state === 'hidden' || state === 'veryHidden',
    });
  };
  if (!scan(file, path, { open })) throw new ReadStopped({ code: 'damaged' });
  return { dateSystem: dateSystem as ExcelDateSystem, sheets };
}

/** Texts that cells refer to by number: rich text as plain text, without the readings above it (rPh). */
function readSharedStrings(file: OfficePackage, path: string | undefined, reading: Reading): readonly string[] {
  const texts: string[] = [];
  if (path === undefined) return texts;
  const rich = richText();
  const add = (text: string): void => {
    if (texts.push(text) > MAX_CELLS) throw new ReadStopped({ code: 'too-many-cells', limit: MAX_CELLS });
  };
  const sink: MarkupSink = {
    open(name, _attributes, isEmpty) {
      if (isEmpty && name === 'si') add('');
      else rich.open(name, isEmpty);
    },
    text: (raw) => rich.text(raw),
    close(name) {
      rich.close(name);
      if (name === 'si') add(reading.clean(rich.take()));
    },
  };
  scan(file, path, sink, Number.POSITIVE_INFINITY);
  return texts;
}

/** Gathers the plain text of `si` and `is` elements. */
export function richText() {
  let text = '';
  let isInText = false;
  let isReading = false;
  return {
    open(name: string, isEmpty: boolean): void {
      if (isEmpty) return;
      if (name === 'rPh') isReading = true;
      else if (name === 't') isInText = !isReading;
    },
    text(raw: string): void {
      if (isInText) text += raw;
    },
    close(name: string): void {
      if (name === 't') isInText = false;
      else if (name === 'rPh') isReading = false;
    },
    take(): string {
      const whole = officeText(text);
      text = '';
      isInText = false;
      isReading = false;
      return whole;
    },
  };
}

const OFFICE_ESCAPE = /_x([0-9A-Fa-f]{4})_/g;

/** Text of a workbook: references resolved, and Office's own escape for what XML cannot hold (_x000D_). */
export function officeText(raw: string): string {
  const text = unescapeMarkup(raw);
  if (!text.includes('_x')) return text;
  return text.replace(OFFICE_ESCAPE, (_whole, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

function readFormats(file: OfficePackage, path: string | undefined): readonly string[] {
  const formats: string[] = [];
  if (path === undefined) return formats;
  const own = new Map<number, string>();
  const ids: number[] = [];
  let isInCellStyles = false;
  scan(file, path, {
    open(name, attributes) {
      if (name === 'numFmt') {
        own.set(Number(attribute(attributes, 'numFmtId')), attribute(attributes, 'formatCode') ?? 'General');
      } else if (name === 'cellXfs') isInCellStyles = true;
      else if (name === 'xf' && isInCellStyles) ids.push(Number(attribute(attributes, 'numFmtId') ?? 0));
    },
    close(name) {
      if (name === 'cellXfs') isInCellStyles = false;
    },
  });
  return ids.map((id) => own.get(id) ?? builtInFormat(id));
}

export function isTrue(value: string | null): boolean {
  return value === '1' || value === 'true';
}
