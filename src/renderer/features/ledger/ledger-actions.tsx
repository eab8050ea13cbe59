import { DeleteOutlined, EditOutlined, MoreOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Dropdown, type MenuProps } from 'antd';
import { groupIds } from '#domain/ledger/group-records';
import type { LedgerRecord } from '#domain/records/archive-record';
import type { LedgerKind } from '#domain/records/record-base';
import { ADD_NAMES } from '../../components/kind-names.ts';
import { useNavigation } from '../../navigation/navigation.tsx';
import { ColumnChooser } from './column-chooser.tsx';
import { ExportMenu } from './export-menu.tsx';
import type { LedgerGridApi } from './grid-reading.ts';
import { messages } from './messages.ts';
import { SavedViews } from './saved-views.tsx';
import type { useLedgerLook } from './use-ledger-look.ts';
import type { LedgerView } from './use-ledger-view.ts';

type LedgerActionsProps = {
  readonly kind: LedgerKind;
  readonly isEmpty: boolean;
  readonly selected: readonly LedgerRecord[];
  readonly look: ReturnType<typeof useLedgerLook>;
  readonly view: LedgerView;
  readonly grid: () => LedgerGridApi | null;
  readonly onBatch: () => void;
  readonly onRemove: () => void;
  readonly onCopy: (withHeadings: boolean) => void;
  readonly onFillDown: () => void;
  readonly onPrint: () => void;
};

/** What can be done with the chosen rows, and with the ledger as a whole. */
export function LedgerActions({ kind, isEmpty, selected, look, view, grid, ...on }: LedgerActionsProps) {
  const { go } = useNavigation();
  const { groupBy } = look.look;
  const words = messages.more;
  const items: MenuProps['items'] = [
    { key: 'copy', label: words.copy, extra: 'Ctrl+C', onClick: () => on.onCopy(false) },
    { key: 'copy-headings', label: words.copyWithHeadings, onClick: () => on.onCopy(true) },
    { key: 'fill', label: words.fillDown, extra: 'Ctrl+D', onClick: on.onFillDown },
    ...(groupBy === null
      ? []
      : [
          { type: 'divider' as const },
          {
            key: 'collapse',
            label: messages.groups.collapseAll,
            onClick: () => look.setCollapsed(new Set(groupIds(view.records, groupBy))),
          },
          { key: 'expand', label: messages.groups.expandAll, onClick: () => look.setCollapsed(new Set()) },
        ]),
    { type: 'divider' as const },
    { key: 'print', label: words.print, onClick: on.onPrint },
  ];
  return (
    <>
      {selected.length > 1 && (
        <Button icon={<EditOutlined aria-hidden />} onClick={on.onBatch}>
          {messages.batch.open(selected.length)}
        </Button>
      )}
      {selected.length > 0 && (
        <Button danger icon={<DeleteOutlined aria-hidden />} onClick={on.onRemove}>
          {messages.removal.removeSelected(selected.length)}
        </Button>
      )}
      {!isEmpty && (
        <>
          <SavedViews kind={kind} present={look.present} onChoose={look.choose} />
          <ColumnChooser grid={grid} />
          <ExportMenu kind={kind} selected={selected} look={look.look} view={view} grid={grid} />
          <Dropdown trigger={['click']} menu={{ items }}>
            <Button icon={<MoreOutlined aria-hidden />}>{words.label}</Button>
          </Dropdown>
        </>
      )}
      <Button icon={<PlusOutlined aria-hidden />} onClick={() => go({ screen: 'new', kind })}>
        {ADD_NAMES[kind]}
      </Button>
    </>
  );
}
