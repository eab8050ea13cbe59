import { strToU8, zipSync } from 'fflate';
import { escapedXmlText } from '../docx/xml-text.ts';
import { MAX_COLUMNS } from './read-limits.ts';
import { sheetNames } from './sheet-names.ts';
import type { ColumnToWrite, WorkbookToWrite } from './workbook-model.ts';
import { STYLES_XML } from './workbook-styles.ts';
import { choicesXml, columnName, LAST_ROW, textTable, worksheetXml } from './worksheet-xml.ts';

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const CONTENT = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
/** Lists of choices stand on a sheet of their own: written into the rule they may have 255 characters and no comma. */
const CHOICES = '_choices';
/** The first day that zip knows: the same workbook gives the same bytes. */
const ZIP_EPOCH = new Date(1980, 0, 1, 12);

/**
 * A workbook as the bytes of an .xlsx file. Text is stored as text and nothing else: whatever a cell begins with, Excel,
 * WPS and LibreOffice do not run it (see docs/decisions/0021).
 *
 * @throws RangeError when a sheet has more rows or columns than Excel: the caller divides its list before
 */
export function writeWorkbook({ sheets }: WorkbookToWrite): Uint8Array<ArrayBuffer> {
  for (const { rows, notes = [], columns } of sheets) {
    if (rows.length + notes.length >= LAST_ROW || columns.length > MAX_COLUMNS) {
      throw new RangeError(`${rows.length} rows of ${columns.length} columns do not fit on a sheet`);
    }
  }
  const texts = textTable();
  const choices = choiceLists();
  const parts = sheets.map((sheet, index) =>
    worksheetXml(
      sheet,
      sheet.columns.map((column) => choices.rangeOf(column)),
      texts,
      index === 0,
    ),
  );
  // The lists' sheet comes first here, so that it keeps the name by which the rules know it.
  const [listName = CHOICES, ...names] = sheetNames([CHOICES, ...sheets.map(({ name }) => name)]);
  if (choices.lists.length > 0) {
    parts.push(choicesXml(choices.lists, texts));
    names.push(listName);
  }
  const files = new Map<string, string>([
    ['[Content_Types].xml', contentTypes(parts.length)],
    ['_rels/.rels', relations([['officeDocument', 'xl/workbook.xml']])],
    ['xl/workbook.xml', workbookXml(names, sheets)],
    [
      'xl/_rels/workbook.xml.rels',
      relations([
        ...parts.map((_, index): [string, string] => ['worksheet', `worksheets/sheet${index + 1}.xml`]),
        ['styles', 'styles.xml'],
        ['sharedStrings', 'sharedStrings.xml'],
      ]),
    ],
    ['xl/styles.xml', STYLES_XML],
    ['xl/sharedStrings.xml', texts.xml()],
    ...parts.map((part, index): [string, string] => [`xl/worksheets/sheet${index + 1}.xml`, part]),
  ]);
  return zipSync(Object.fromEntries([...files].map(([path, xml]) => [path, strToU8(xml)])), {
    level: 6,
    mtime: ZIP_EPOCH,
  });
}

/** Gathers the lists of all columns, each once. */
function choiceLists() {
  const lists: (readonly string[])[] = [];
  const known = new Map<string, number>();
  return {
    lists,
    rangeOf({ choices }: ColumnToWrite): string | null {
      if (choices === undefined || choices.length === 0) return null;
      const key = JSON.stringify(choices);
      let column = known.get(key);
      if (column === undefined) {
        column = lists.push(choices) - 1;
        known.set(key, column);
      }
      const letter = columnName(column);
      return `${CHOICES}!$${letter}$1:$${letter}$${choices.length}`;
    },
  };
}

function contentTypes(sheetCount: number): string {
  const sheets = Array.from(
    { length: sheetCount },
    (_, index) => `<Override PartName="/xl/worksheets/sheet${index + 1}.xml" ContentType="${CONTENT}.worksheet+xml"/>`,
  );
  return (
    `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
    '<Default Extension="xml" ContentType="application/xml"/>' +
    `<Override PartName="/xl/workbook.xml" ContentType="${CONTENT}.sheet.main+xml"/>${sheets.join('')}` +
    `<Override PartName="/xl/styles.xml" ContentType="${CONTENT}.styles+xml"/>` +
    `<Override PartName="/xl/sharedStrings.xml" ContentType="${CONTENT}.sharedStrings+xml"/></Types>`
  );
}

function relations(targets: readonly (readonly [string, string])[]): string {
  const list = targets.map(
    ([type, target], index) => `<Relationship Id="rId${index + 1}" Type="${OFFICE}/${type}" Target="${target}"/>`,
  );
  return `${XML}<Relationships xmlns="${PACKAGE}/relationships">${list.join('')}</Relationships>`;
}

/** The rows of headers are printed on every page. */
function workbookXml(names: readonly string[], sheets: WorkbookToWrite['sheets']): string {
  const list = names.map((name, index) => {
    const state = index < sheets.length ? '' : ' state="hidden"';
    return `<sheet name="${escapedXmlText(name)}" sheetId="${index + 1}"${state} r:id="rId${index + 1}"/>`;
  });
  const titles = sheets.map(({ notes = [] }, index) => {
    const row = notes.length + 1;
    const sheet = escapedXmlText((names[index] ?? '').replaceAll("'", "''"));
    return `<definedName name="_xlnm.Print_Titles" localSheetId="${index}">'${sheet}'!$${row}:$${row}</definedName>`;
  });
  return (
    `${XML}<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${OFFICE}">` +
    `<bookViews><workbookView/></bookViews><sheets>${list.join('')}</sheets><definedNames>${titles.join('')}</definedNames></workbook>`
  );
}
