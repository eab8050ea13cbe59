import { Form, Input, Modal } from 'antd';
import { useState } from 'react';
import { isComposing } from '../../hooks/is-composing.ts';
import { messages } from './messages.ts';

type NamingDialogProps = {
  readonly title: string;
  readonly name: string;
  readonly onName: (name: string) => Promise<void>;
  readonly onClose: () => void;
};

/** Asks what a search is to be called. */
export function NamingDialog({ title, name: first, onName, onClose }: NamingDialogProps) {
  const [name, setName] = useState(first);
  const trimmed = name.trim();
  const finish = () => {
    if (trimmed !== '') void onName(trimmed);
  };
  return (
    <Modal
      open
      width={420}
      title={title}
      okText={messages.saved.ok}
      cancelText={messages.saved.cancel}
      okButtonProps={{ disabled: trimmed === '' }}
      onOk={finish}
      onCancel={onClose}
    >
      <Form layout="vertical">
        <Form.Item label={messages.saved.name} htmlFor="search-name">
          <Input
            id="search-name"
            autoFocus
            autoComplete="off"
            maxLength={60}
            placeholder={messages.saved.nameHint}
            value={name}
            onChange={(event) => setName(event.target.value)}
            onKeyDown={(event) => {
              if (event.key !== 'Enter' || isComposing(event.nativeEvent)) return;
              event.preventDefault();
              finish();
            }}
          />
        </Form.Item>
      </Form>
    </Modal>
  );
}
