import { DownloadOutlined } from '@ant-design/icons';
import { Button, Dropdown, type MenuProps } from 'antd';
import type { LedgerRecord } from '#domain/records/archive-record';
import { ENTRY_KINDS, type EntryKind, type LedgerKind } from '#domain/records/record-base';
import { listMessages } from '../../archive/list-messages.ts';
import { exportMoment, listOfKind, type ListType } from '../../archive/list-outlines.ts';
import { useListExport } from '../../archive/use-list-export.tsx';
import { filtersInWords } from './filters-in-words.ts';
import { shownColumns, type LedgerGridApi } from './grid-reading.ts';
import { messages } from './messages.ts';
import type { LedgerLook, LedgerView } from './use-ledger-view.ts';

type ExportMenuProps = {
  readonly kind: LedgerKind;
  readonly selected: readonly LedgerRecord[];
  readonly look: LedgerLook;
  readonly view: LedgerView;
  readonly grid: () => LedgerGridApi | null;
};

/** Takes what the ledger shows out into a file: its columns, its order, and the chosen rows alone when any are. */
export function ExportMenu({ kind, selected, look, view, grid }: ExportMenuProps) {
  const { exportLists, exportTemplate } = useListExport();
  const exportAs = (type: ListType) => {
    const api = grid();
    if (!api) return;
    const title = messages.titles[kind];
    const isSelection = selected.length > 0;
    const records = isSelection ? selected : view.records;
    const filters = filtersInWords(look);
    const about = [
      ...(filters === '' ? [] : [listMessages.filters(filters)]),
      isSelection
        ? listMessages.onlySelected(selected.length, view.records.length)
        : listMessages.count(records.length),
      exportMoment(),
    ];
    const list = listOfKind(kind, records, type, { title, about }, shownColumns(api));
    void exportLists({ title, type, lists: [list] });
  };
  const counted = (label: string) => (selected.length > 0 ? messages.exportSelected(label, selected.length) : label);
  const items: MenuProps['items'] = [
    { key: 'xlsx', label: counted(listMessages.excel), onClick: () => exportAs('xlsx') },
    { key: 'docx', label: counted(listMessages.word), onClick: () => exportAs('docx') },
    ...(isTemplateKind(kind)
      ? [
          { type: 'divider' as const },
          { key: 'template', label: listMessages.template, onClick: () => void exportTemplate(kind) },
        ]
      : []),
  ];
  return (
    <Dropdown trigger={['click']} menu={{ items }}>
      <Button icon={<DownloadOutlined aria-hidden />}>{listMessages.export}</Button>
    </Dropdown>
  );
}

/** Where nothing is yet, a table to fill in. */
export function TemplateButton({ kind }: { readonly kind: LedgerKind }) {
  const { exportTemplate } = useListExport();
  if (!isTemplateKind(kind)) return null;
  return (
    <Button icon={<DownloadOutlined aria-hidden />} onClick={() => void exportTemplate(kind)}>
      {listMessages.template}
    </Button>
  );
}

function isTemplateKind(kind: LedgerKind): kind is EntryKind {
  return ENTRY_KINDS.some((each) => each === kind);
}
