import { PushpinOutlined } from '@ant-design/icons';
import { Button, Checkbox, Popover } from 'antd';
import type { LedgerKind } from '#domain/records/record-base';
import { fieldLabel } from '../../archive/field-labels.ts';
import { FORM_LAYOUTS } from './form-layout.ts';
import { DEFAULT_KEPT } from './kept-fields.ts';
import { messages } from './messages.ts';
import styles from './entry-form.module.css';

type KeptFieldsMenuProps = {
  readonly kind: LedgerKind;
  readonly kept: readonly string[];
  readonly onChange: (kept: readonly string[]) => void;
  readonly isOpen: boolean;
  readonly onOpen: (isOpen: boolean) => void;
};

/** Which fields go into the next form when a record is saved and another one is added. */
export function KeptFieldsMenu({ kind, kept, onChange, isOpen, onOpen }: KeptFieldsMenuProps) {
  const { main, sections } = FORM_LAYOUTS[kind];
  const names = [...main, ...sections.flatMap(({ fields }) => fields)];
  return (
    <Popover
      trigger="click"
      open={isOpen}
      onOpenChange={onOpen}
      placement="bottomRight"
      destroyOnHidden
      title={messages.kept.title}
      content={
        <>
          <Checkbox.Group
            className={styles['kept'] ?? ''}
            value={[...kept]}
            onChange={onChange}
            options={names.map((name) => ({ value: name, label: fieldLabel(name, kind) }))}
          />
          <Button type="link" size="small" onClick={() => onChange(DEFAULT_KEPT[kind])}>
            {messages.kept.reset}
          </Button>
        </>
      }
    >
      <Button icon={<PushpinOutlined aria-hidden />} aria-label={messages.kept.title} title={messages.kept.title}>
        {messages.kept.count(kept.length)}
      </Button>
    </Popover>
  );
}
