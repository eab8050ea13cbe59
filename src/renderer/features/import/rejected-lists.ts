import { REJECTION_HEADINGS } from '#domain/import/header-words';
import type { RejectedLine, RejectedTable } from '#domain/import/rejected-tables';
import type { ListCell } from '#domain/list-table/list-table';
import { describeImportProblem } from '../../archive/import-messages.ts';
import type { ListToProduce } from '../../jobs/produce-list.ts';
import { messages } from './messages.ts';

/** Rejected rows as sheets of a workbook, each with what is wrong with it; mended there, it can be imported again. */
export function rejectedLists(tables: readonly RejectedTable[]): readonly ListToProduce[] {
  return tables.map(({ sheet, notes, headings, rows }) => ({
    outline: {
      name: sheet,
      notes,
      columns: [...headings, REJECTION_HEADINGS.reason, REJECTION_HEADINGS.place].map((heading) => ({
        heading,
        type: 'text' as const,
      })),
      rows: rows.map((line) => cellsOf(line, headings.length)),
      fields: null,
    },
    records: [],
  }));
}

function cellsOf(line: RejectedLine, columns: number): readonly ListCell[] {
  if (line.is === 'section') {
    return Array.from({ length: columns + 2 }, (_, column) => (column === 0 ? line.text : null));
  }
  const { cells, problems, place } = line;
  const texts = Array.from({ length: columns }, (_, column) => cells[column] || null);
  return [...texts, problems.map(describeImportProblem).join('；'), messages.records.at(place.sheet, place.row)];
}
