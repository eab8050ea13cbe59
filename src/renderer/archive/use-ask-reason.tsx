import { App, Button, Input, Space } from 'antd';
import { useCallback, useState } from 'react';
import { isComposing } from '../hooks/is-composing.ts';
import { messages } from './messages.ts';

const LONGEST_REASON = 200;

type Asked = {
  readonly title: string;
  /** What stands there already. */
  readonly reason: string;
};

/** Asks why something was deleted; answers null when the person did not want to say. */
export function useAskReason(): (asked: Asked) => Promise<string | null> {
  const { modal } = App.useApp();
  return useCallback(
    ({ title, reason }) =>
      new Promise((resolve) => {
        let said = reason;
        const submit = () => resolve(said.trim());
        const dialog = modal.confirm({
          title,
          icon: null,
          focusable: { autoFocusButton: null },
          content: (
            <ReasonInput
              reason={reason}
              onChange={(value) => (said = value)}
              onSubmit={() => {
                dialog.destroy();
                submit();
              }}
            />
          ),
          okText: messages.reason.keep,
          cancelText: messages.reason.cancel,
          onOk: submit,
          onCancel: () => resolve(null),
        });
      }),
    [modal],
  );
}

type ReasonInputProps = {
  readonly reason: string;
  readonly onChange: (reason: string) => void;
  readonly onSubmit: () => void;
};

function ReasonInput({ reason, onChange, onSubmit }: ReasonInputProps) {
  const [value, setValue] = useState(reason);
  const change = (next: string) => {
    setValue(next);
    onChange(next);
  };
  return (
    <>
      <Input
        autoFocus
        maxLength={LONGEST_REASON}
        aria-label={messages.reason.label}
        placeholder={messages.reason.placeholder}
        value={value}
        onChange={(event) => change(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !isComposing(event.nativeEvent)) onSubmit();
        }}
      />
      <Space wrap size={4}>
        {messages.reason.usual.map((usual) => (
          <Button key={usual} size="small" type="text" onClick={() => change(usual)}>
            {usual}
          </Button>
        ))}
      </Space>
    </>
  );
}
