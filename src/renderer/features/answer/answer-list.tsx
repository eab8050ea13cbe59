import type { ColDef } from 'ag-grid-community';
import { Button } from 'antd';
import { useMemo } from 'react';
import type { Answer } from '#domain/answer/answer-question';
import { compareChronologically, formatFuzzyDate, UNKNOWN_DATE } from '#domain/dates/fuzzy-date';
import type { Honor } from '#domain/records/honor';
import { answerMessages } from '../../archive/answer-messages.ts';
import { fieldLabel } from '../../archive/field-labels.ts';
import { DataGrid } from '../../components/data-grid.tsx';
import { isComposing } from '../../hooks/is-composing.ts';
import { useNavigation } from '../../navigation/navigation.tsx';
import { COUNTED, shownHonors, type Shown } from './shown-honors.ts';
import { messages } from './messages.ts';
import styles from './answer.module.css';

const names = (bodies: readonly { readonly printed: string }[] | undefined) =>
  bodies?.map(({ printed }) => printed).join('、') ?? '';

const COLUMNS: ColDef<Honor>[] = [
  {
    colId: 'date',
    headerName: fieldLabel('date'),
    width: 132,
    valueGetter: ({ data }) => (data ? formatFuzzyDate(data.date) : ''),
    comparator: (_a, _b, first, second) =>
      compareChronologically(first.data?.date ?? UNKNOWN_DATE, second.data?.date ?? UNKNOWN_DATE),
  },
  { colId: 'title', headerName: fieldLabel('title'), field: 'title', flex: 3, minWidth: 150 },
  {
    colId: 'level',
    headerName: fieldLabel('level'),
    width: 76,
    valueGetter: ({ data }) => data?.level ?? answerMessages.noLevel,
  },
  {
    colId: 'recipients',
    headerName: fieldLabel('recipients'),
    flex: 2,
    minWidth: 110,
    valueGetter: ({ data }) => names(data?.recipients),
  },
  {
    colId: 'awardedBy',
    headerName: fieldLabel('awardedBy'),
    flex: 2,
    minWidth: 100,
    valueGetter: ({ data }) => names(data?.awardedBy),
  },
  { colId: 'documentNo', headerName: fieldLabel('documentNo'), field: 'documentNo', width: 168 },
];

type AnswerListProps = {
  readonly answer: Answer;
  readonly shown: Shown;
  readonly onShow: (shown: Shown) => void;
};

/** The honours that were counted, or those that something is said of. */
export function AnswerList({ answer, shown, onShow }: AnswerListProps) {
  const { go } = useNavigation();
  const honors = shownHonors(answer, shown);
  const rows = useMemo(() => [...honors], [honors]);
  const open = (honor: Honor | undefined) => honor && go({ screen: 'record', kind: 'honor', id: honor.id });
  return (
    <section className={styles['list']} aria-label={messages.list}>
      <div className={styles['listHead']}>
        <h2 className={styles['subtitle']}>{titleOf(shown, honors.length)}</h2>
        {shown.part !== COUNTED.part && (
          <Button type="link" size="small" onClick={() => onShow(COUNTED)}>
            {messages.backToCounted}
          </Button>
        )}
        <span className={styles['spacer']} />
        <span className={styles['quiet']}>{messages.openHint}</span>
      </div>
      <div className={styles['grid']} data-testid="answer-list">
        <DataGrid<Honor>
          rowData={rows}
          columnDefs={COLUMNS}
          getRowId={({ data }) => data.id}
          aria-label={messages.list}
          overlayNoRowsTemplate={messages.none}
          onRowDoubleClicked={({ data }) => open(data)}
          onCellKeyDown={({ data, event }) => {
            if (event instanceof KeyboardEvent && event.key === 'Enter' && !isComposing(event)) open(data);
          }}
        />
      </div>
    </section>
  );
}

function titleOf(shown: Shown, count: number): string {
  switch (shown.part) {
    case 'counted':
      return messages.counted(count);
    case 'leftOut':
      return messages.onlyLeftOut(answerMessages.leftOut[shown.reason], count);
    case 'lacking':
      return messages.onlyLacking(answerMessages.gaps[shown.gap], count);
  }
}
