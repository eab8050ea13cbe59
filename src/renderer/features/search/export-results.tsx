import { DownloadOutlined } from '@ant-design/icons';
import { App, Button, Dropdown } from 'antd';
import { isFindable, type FindableRecord } from '#domain/records/archive-record';
import { listMessages } from '../../archive/list-messages.ts';
import { exportMoment, listsOf, type ListType } from '../../archive/list-outlines.ts';
import { useSession } from '../../archive/session-context.tsx';
import { useListExport } from '../../archive/use-list-export.tsx';
import type { SearchQuestion } from '../../workers/search-messages.ts';
import { messages } from './messages.ts';

/** A file of more rows is no answer any more. */
const MOST_EXPORTED = 100_000;

type ExportResultsProps = {
  readonly text: string;
  readonly question: Omit<SearchQuestion, 'limit'>;
  readonly onCopy: () => void;
};

/** Takes all that a search finds out into a file, best first: in Excel each kind on a sheet with its own columns. */
export function ExportResults({ text, question, onCopy }: ExportResultsProps) {
  const { message } = App.useApp();
  const { search, records } = useSession();
  const { exportLists } = useListExport();
  const findAll = async (): Promise<readonly FindableRecord[]> => {
    const { ids } = await search.search({ ...question, limit: 0, withFacets: false, withIds: true });
    return ids.flatMap((id) => {
      const record = records.get(id);
      return record && record.deletedAt === null && isFindable(record) ? [record] : [];
    });
  };
  const exportAs = async (type: ListType): Promise<void> => {
    try {
      const found = await findAll();
      const exported = found.slice(0, MOST_EXPORTED);
      const { exportTitle: title, exportAll, exportMore, exactOnly } = messages.actions;
      const about = [
        text.trim() === '' ? exportAll : listMessages.search(text.trim()),
        ...(question.isExactOnly ? [exactOnly] : []),
        exported.length < found.length ? exportMore(MOST_EXPORTED, found.length) : listMessages.count(found.length),
        exportMoment(),
      ];
      await exportLists({ title, type, lists: listsOf(exported, type, { title, about }) });
    } catch {
      void message.error(messages.broken);
    }
  };
  const items = [
    { key: 'xlsx', label: listMessages.excel, onClick: () => void exportAs('xlsx') },
    { key: 'docx', label: listMessages.word, onClick: () => void exportAs('docx') },
    { key: 'copy', label: messages.actions.copy, onClick: onCopy },
  ];
  return (
    <Dropdown trigger={['click']} menu={{ items }}>
      <Button icon={<DownloadOutlined aria-hidden />}>{listMessages.export}</Button>
    </Dropdown>
  );
}
