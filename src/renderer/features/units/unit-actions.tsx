import { DeleteOutlined, DownOutlined, EditOutlined, MergeOutlined } from '@ant-design/icons';
import { Button, Dropdown, Space } from 'antd';
import type { Unit } from '#domain/records/unit';
import { useNavigation } from '../../navigation/navigation.tsx';
import type { ChangeKind } from './change-dialog.tsx';
import { messages } from './messages.ts';
import { useIsUnused } from './use-all-records.ts';

type UnitActionsProps = {
  readonly unit: Unit;
  readonly onEdit: () => void;
  readonly onChange: (kind: ChangeKind) => void;
  readonly onMerge: () => void;
  readonly onRemove: () => void;
};

const STRUCTURAL = ['合并', '分设', '撤销'] as const satisfies readonly ChangeKind[];

/** What can be done with a unit. One that has ended changes no more. */
export function UnitActions({ unit, onEdit, onChange, onMerge, onRemove }: UnitActionsProps) {
  const { back } = useNavigation();
  const isUnused = useIsUnused(unit.id);
  const hasEnded = unit.activeTo.start !== null;
  return (
    <Space size={6}>
      <Button onClick={back}>{messages.back}</Button>
      {/* A unit that records refer to stays: they would no longer be counted for anybody. */}
      {isUnused && (
        <Button danger icon={<DeleteOutlined aria-hidden />} onClick={onRemove}>
          {messages.remove}
        </Button>
      )}
      <Button icon={<MergeOutlined aria-hidden />} onClick={onMerge}>
        {messages.merge.action}
      </Button>
      {!hasEnded && (
        <>
          <Dropdown
            trigger={['click']}
            menu={{
              items: STRUCTURAL.map((kind) => ({ key: kind, label: messages.change.titles[kind] })),
              onClick: ({ key }) => onChange(STRUCTURAL.find((kind) => kind === key) ?? '撤销'),
            }}
          >
            <Button>
              {messages.change.action}
              <DownOutlined aria-hidden />
            </Button>
          </Dropdown>
          <Button onClick={() => onChange('更名')}>{messages.change.rename}</Button>
        </>
      )}
      <Button type="primary" icon={<EditOutlined aria-hidden />} onClick={onEdit} title="F2">
        {messages.edit}
      </Button>
    </Space>
  );
}
