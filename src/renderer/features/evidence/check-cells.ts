import type { ColDef } from 'ag-grid-community';
import { formatFuzzyDate } from '#domain/dates/fuzzy-date';
import { hasGap } from '#domain/ledger/ledger-filters';
import type { Honor } from '#domain/records/honor';
import { fieldLabel } from '../../archive/field-labels.ts';
import { withHover } from '../../components/grid-hover.ts';
import styles from './evidence.module.css';
import type { EvidenceGap } from './evidence-rows.ts';
import { messages } from './messages.ts';

/** The columns of the board: what the honour is, and a mark for each thing that it has or lacks. */
export function evidenceColumns(certified: ReadonlySet<string>): ColDef<Honor>[] {
  const { columns } = messages;
  return [
    { colId: 'title', headerName: fieldLabel('title'), field: 'title', flex: 3, minWidth: 220 },
    {
      colId: 'date',
      headerName: fieldLabel('date'),
      width: 128,
      valueGetter: ({ data }) => (data ? formatFuzzyDate(data.date) : ''),
      comparator: (_a, _b, first, second) => compareDates(first.data, second.data),
    },
    {
      colId: 'recipients',
      headerName: fieldLabel('recipients'),
      flex: 2,
      minWidth: 140,
      valueGetter: ({ data }) => data?.recipients.map(({ printed }) => printed).join('、') ?? '',
    },
    check('no-certificate', columns.certificate, certified),
    check('no-document', columns.document, certified),
    check('no-level', columns.level, certified),
    check('unverified', columns.verified, certified),
  ];
}

function check(gap: EvidenceGap, headerName: string, certified: ReadonlySet<string>): ColDef<Honor> {
  const lacks = (honor: Honor | undefined) => honor !== undefined && hasGap(honor, gap, certified);
  return {
    colId: gap,
    headerName,
    width: 92,
    filter: false,
    valueGetter: ({ data }) => (lacks(data) ? messages.lacking : messages.there),
    cellClass: ({ data }) => (lacks(data) ? (styles['lacking'] ?? '') : (styles['there'] ?? '')),
    ...withHover<Honor>((honor) => (lacks(honor) ? messages.gaps[gap] : '')),
  };
}

/** By the last day that is known; undated ones come last. */
function compareDates(a: Honor | undefined, b: Honor | undefined): number {
  const [first, second] = [a?.date.end ?? '9', b?.date.end ?? '9'];
  if (first === second) return 0;
  return first < second ? -1 : 1;
}
