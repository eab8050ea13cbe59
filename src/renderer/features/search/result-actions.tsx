import { SaveOutlined, TableOutlined } from '@ant-design/icons';
import { App, Button, Switch } from 'antd';
import { memo, useState } from 'react';
import { csvSafe } from '#domain/clipboard/csv-safe';
import { writeTabularText } from '#domain/clipboard/tabular-text';
import { formatFuzzyDate } from '#domain/dates/fuzzy-date';
import type { FacetCount } from '#domain/search/search-facets';
import type { SearchHit } from '#domain/search/search-hit';
import { LEDGER_KINDS, type FindableKind, type LedgerKind } from '#domain/records/record-base';
import { handToLedger } from '../../archive/ledger-subset.ts';
import type { LiveRecords } from '../../archive/live-records.ts';
import { useSession } from '../../archive/session-context.tsx';
import { SEARCH_VIEWS, useViewSaving } from '../../archive/use-saved-views.ts';
import { KIND_NAMES } from '../../components/kind-names.ts';
import { useNavigation } from '../../navigation/navigation.tsx';
import type { SearchQuestion } from '../../workers/search-messages.ts';
import { NamingDialog } from '../../components/naming-dialog.tsx';
import { ExportResults } from './export-results.tsx';
import { messages } from './messages.ts';
import styles from './search-screen.module.css';
import { SyntaxHelp } from './syntax-help.tsx';

/** A clipboard of more rows helps nobody, and each has to be made. */
const MOST_COPIED = 5000;

/** A search, however many of its hits are shown. */
type Unlimited = Omit<SearchQuestion, 'limit'>;

type ResultActionsProps = {
  readonly text: string;
  readonly isExactOnly: boolean;
  readonly question: Unlimited;
  readonly total: number;
  /** How many records of each kind there are, whatever kinds are asked for. */
  readonly kinds: readonly FacetCount<FindableKind>[];
  readonly onExactOnly: (isExactOnly: boolean) => void;
  /** Puts the search before the others that were made. */
  readonly onRemember: (text: string) => void;
};

/** What can be done with a search and with all that it found. Knows nothing of the text but what it is given: see the screen. */
export const ResultActions = memo(function ResultActions(props: ResultActionsProps) {
  const { text, isExactOnly, question, total, kinds, onExactOnly, onRemember } = props;
  const copy = useTableCopy();
  const openInLedger = useLedgerOpening();
  const ledger = onlyLedger(question, kinds);
  const save = useViewSaving(SEARCH_VIEWS);
  const [isNaming, setNaming] = useState(false);
  const isAsking = text.trim() !== '';
  return (
    <>
      <label className={styles['exact']} title={messages.exactOnlyHint}>
        <Switch size="small" checked={isExactOnly} aria-label={messages.exactOnly} onChange={onExactOnly} />
        {messages.exactOnly}
      </label>
      {total > 0 && <ExportResults text={text} question={question} onCopy={() => void copy(question, total)} />}
      {isAsking && ledger && (
        <Button icon={<TableOutlined aria-hidden />} onClick={() => void openInLedger(ledger, question)}>
          {messages.actions.openInLedger}
        </Button>
      )}
      {isAsking && (
        <Button icon={<SaveOutlined aria-hidden />} onClick={() => setNaming(true)}>
          {messages.actions.save}
        </Button>
      )}
      <SyntaxHelp />
      {isNaming && (
        <NamingDialog
          words={{ ...messages.saved.naming, title: messages.saved.nameTitle }}
          name=""
          onName={async (name) => {
            if (!(await save(name, text, null))) return;
            onRemember(text);
            setNaming(false);
          }}
          onClose={() => setNaming(false)}
        />
      )}
    </>
  );
});

/** The ledger that holds all of what was found, if one does. */
function onlyLedger(question: Unlimited, kinds: ResultActionsProps['kinds']): LedgerKind | null {
  const asked = question.kinds ?? [];
  const [first, ...others] = kinds.filter(({ value }) => asked.length === 0 || asked.includes(value));
  return others.length > 0 ? null : (LEDGER_KINDS.find((kind) => kind === first?.value) ?? null);
}

/** Shows all that was found in its ledger, where it is sorted, printed and changed in batches. */
function useLedgerOpening() {
  const { message } = App.useApp();
  const { search, records } = useSession();
  const { go } = useNavigation();
  return async (kind: LedgerKind, question: Unlimited): Promise<void> => {
    try {
      const { ids } = await search.search({ ...question, limit: 0, withFacets: false, withIds: true });
      handToLedger(records, kind, ids);
      go({ screen: 'ledger', kind, from: 'search' });
    } catch {
      void message.error(messages.broken);
    }
  };
}

/** Copies what was found, best first, as a table that spreadsheets take. */
function useTableCopy() {
  const { message } = App.useApp();
  const { search, records } = useSession();
  return async (question: Unlimited, total: number): Promise<void> => {
    try {
      const { hits } = await search.search({ ...question, limit: MOST_COPIED, withFacets: false });
      const rows = hits.map((hit) => tableRow(hit, records).map(csvSafe));
      await navigator.clipboard.writeText(writeTabularText([messages.actions.headings, ...rows]));
      void message.info(messages.actions.copied(rows.length, total));
    } catch {
      void message.error(messages.actions.copyFailed);
    }
  };
}

function tableRow({ id, kind, title, date, units }: SearchHit, records: LiveRecords): readonly string[] {
  const record = records.get(id);
  const level = record && 'level' in record ? record.level : null;
  const documentNo = record && 'documentNo' in record ? record.documentNo : '';
  return [
    KIND_NAMES[kind],
    title,
    date === null ? '' : formatFuzzyDate(date),
    units.join('、'),
    typeof level === 'string' ? level : '',
    documentNo,
  ];
}
