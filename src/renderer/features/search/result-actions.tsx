import { CopyOutlined, SaveOutlined } from '@ant-design/icons';
import { App, Button, Switch } from 'antd';
import { useState } from 'react';
import { csvSafe } from '#domain/clipboard/csv-safe';
import { writeTabularText } from '#domain/clipboard/tabular-text';
import { formatFuzzyDate } from '#domain/dates/fuzzy-date';
import type { SearchHit } from '#domain/search/search-hit';
import type { LiveRecords } from '../../archive/live-records.ts';
import { useSession } from '../../archive/session-context.tsx';
import { useSearchSaving } from '../../archive/use-saved-searches.ts';
import { KIND_NAMES } from '../../components/kind-names.ts';
import type { SearchQuestion } from '../../workers/search-messages.ts';
import { messages } from './messages.ts';
import { NamingDialog } from './naming-dialog.tsx';
import { useSearchState } from './search-state.tsx';
import { SyntaxHelp } from './syntax-help.tsx';

/** A clipboard of more rows helps nobody, and each has to be made. */
const MOST_COPIED = 5000;

type ResultActionsProps = {
  readonly question: SearchQuestion;
  readonly total: number;
};

/** What can be done with a search and with all that it found. */
export function ResultActions({ question, total }: ResultActionsProps) {
  const { text, isExactOnly, setExactOnly, remember } = useSearchState();
  const copy = useTableCopy();
  const save = useSearchSaving();
  const [isNaming, setNaming] = useState(false);
  const isAsking = text.trim() !== '';
  return (
    <>
      <label title={messages.exactOnlyHint}>
        <Switch size="small" checked={isExactOnly} aria-label={messages.exactOnly} onChange={setExactOnly} />{' '}
        {messages.exactOnly}
      </label>
      {total > 0 && (
        <Button icon={<CopyOutlined aria-hidden />} onClick={() => void copy(question, total)}>
          {messages.actions.copy}
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
          title={messages.saved.nameTitle}
          name=""
          onName={async (name) => {
            if (!(await save(name, text, null))) return;
            remember(text);
            setNaming(false);
          }}
          onClose={() => setNaming(false)}
        />
      )}
    </>
  );
}

/** Copies what was found, best first, as a table that spreadsheets take. */
function useTableCopy() {
  const { message } = App.useApp();
  const { search, records } = useSession();
  return async (question: SearchQuestion, total: number): Promise<void> => {
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
