import { strToU8, zipSync, type ZipOptions } from 'fflate';
import { compoundFiles } from './compound-file.ts';

/** A workbook of which tests write the XML themselves, as no library would. */
export type WorkbookFixture = {
  /** What stands between `<worksheet>` and `</worksheet>`, or the whole part when it begins with `<?xml`. */
  readonly sheets: readonly string[];
  readonly names?: readonly string[];
  /** Attributes of each sheet, as ` state="hidden"`. */
  readonly states?: readonly string[];
  readonly sharedStrings?: string;
  readonly styles?: string;
  readonly workbookProperties?: string;
  readonly more?: Readonly<Record<string, Uint8Array>>;
};

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

export function workbookFixture(fixture: WorkbookFixture, options: ZipOptions = {}): Uint8Array<ArrayBuffer> {
  const { sheets, names = [], states = [], sharedStrings, styles, workbookProperties = '', more = {} } = fixture;
  const list = sheets.map(
    (_, index) =>
      `<sheet name="${names[index] ?? `表${index + 1}`}" sheetId="${index + 1}"${states[index] ?? ''} r:id="rId${index + 1}"/>`,
  );
  const relations = sheets.map((_, index) =>
    relation(`rId${index + 1}`, 'worksheet', `worksheets/sheet${index + 1}.xml`),
  );
  relations.push(relation('s', 'styles', 'styles.xml'), relation('t', 'sharedStrings', '/xl/sharedStrings.xml'));
  const parts: Record<string, Uint8Array> = {
    '[Content_Types].xml': strToU8(`${XML}<Types/>`),
    '_rels/.rels': strToU8(
      `${XML}<Relationships>${relation('r', 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    ),
    'xl/workbook.xml': strToU8(
      `${XML}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}">${workbookProperties}<sheets>${list.join('')}</sheets></workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': strToU8(`${XML}<Relationships>${relations.join('')}</Relationships>`),
    ...more,
  };
  sheets.forEach((sheet, index) => {
    const part = sheet.startsWith('<?xml') ? sheet : `${XML}<worksheet xmlns="${MAIN}">${sheet}</worksheet>`;
    parts[`xl/worksheets/sheet${index + 1}.xml`] = strToU8(part);
  });
  if (sharedStrings !== undefined) parts['xl/sharedStrings.xml'] = strToU8(`${XML}<sst>${sharedStrings}</sst>`);
  if (styles !== undefined) parts['xl/styles.xml'] = strToU8(`${XML}<styleSheet>${styles}</styleSheet>`);
  return zipSync(parts, options);
}

function relation(id: string, type: string, target: string): string {
  return `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`;
}

/** `sheetData` of rows of inline texts, from row 1. */
export function inlineRows(rows: readonly (readonly string[])[]): string {
  const cells = (row: readonly string[]) => row.map((text) => `<c t="inlineStr"><is><t>${text}</t></is></c>`).join('');
  return `<sheetData>${rows.map((row) => `<row>${cells(row)}</row>`).join('')}</sheetData>`;
}

/** A compound file (OLE) of streams. */
export function compoundFixture(streams: Readonly<Record<string, Uint8Array>>): Uint8Array {
  const file = compoundFiles.utils.cfb_new();
  for (const [name, bytes] of Object.entries(streams)) compoundFiles.utils.cfb_add(file, `/${name}`, bytes);
  return Uint8Array.from(compoundFiles.write(file, { type: 'array' }));
}

/** The stream of a workbook of 2003. */
export function biffStream(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const stream = compoundFiles.find(compoundFiles.read(bytes, { type: 'array' }), '/Workbook');
  return Uint8Array.from(stream?.content ?? []);
}
