import { countingYear, type FuzzyDate } from '../dates/fuzzy-date.ts';
import { recordDate, type ArchiveRecord, type RecordOf } from '../records/archive-record.ts';
import type { RecordKind } from '../records/record-base.ts';

/** The kinds that stand for a paper which is filed; people and award programmes are lists, not papers. */
export const FILABLE_KINDS = ['honor', 'plan', 'activity', 'practice', 'evaluation'] as const;
export type FilableKind = (typeof FILABLE_KINDS)[number];
export type FilableRecord = RecordOf<FilableKind>;

const FILABLE: ReadonlySet<RecordKind> = new Set(FILABLE_KINDS);

export function isFilable(record: ArchiveRecord): record is FilableRecord {
  return FILABLE.has(record.kind);
}

/** What the catalogue says of the paper itself. */
export type FiledPaper = {
  readonly title: string;
  readonly date: FuzzyDate;
  /** 年度 as proposed: the year that the record counts for. */
  readonly year: number | null;
  readonly documentNo: string;
  /** 责任者: who issued it, as printed, in the order printed. */
  readonly responsible: string;
};

export function filedPaper(record: FilableRecord): FiledPaper {
  const date = recordDate(record);
  return {
    title: record.title,
    date,
    year: countingYear(date),
    documentNo: 'documentNo' in record ? record.documentNo : '',
    responsible: responsibleBodies(record)
      .map(({ printed }) => printed)
      .join('、'),
  };
}

/** An evaluation names the units evaluated and nobody who did it: its 责任者 is left to the archivist. */
function responsibleBodies(record: FilableRecord): readonly { readonly printed: string }[] {
  switch (record.kind) {
    case 'honor':
      return record.awardedBy;
    case 'plan':
      return record.issuers;
    case 'activity':
      return record.hosts;
    case 'practice':
      return record.units;
    case 'evaluation':
      return [];
  }
}
