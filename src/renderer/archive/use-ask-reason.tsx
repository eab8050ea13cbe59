import { Button, Input, Space, type InputRef } from 'antd';
import { useCallback, useEffect, useRef, useState } from 'react';
import { isComposing } from '../hooks/is-composing.ts';
import { useDialogs } from '../hooks/use-dialogs.ts';
import { messages } from './messages.ts';

const LONGEST_REASON = 200;

type Asked = {
  readonly title: string;
  /** What stands there already. */
  readonly reason: string;
};

/** Asks why something was deleted; answers null when the person did not want to say. */
export function useAskReason(): (asked: Asked) => Promise<string | null> {
  const dialogs = useDialogs();
  return useCallback(
    ({ title, reason }) =>
      new Promise((resolve) => {
        let said = reason;
        const submit = () => resolve(said.trim());
        const dialog = dialogs.confirm({
          title,
          icon: null,
          // oxlint-disable-next-line typescript/no-deprecated -- a null in `focusable` counts as nothing said: the main button gets the cursor
          autoFocusButton: null,
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
    [dialogs],
  );
}

type ReasonInputProps = {
  readonly reason: string;
  readonly onChange: (reason: string) => void;
  readonly onSubmit: () => void;
};

function ReasonInput({ reason, onChange, onSubmit }: ReasonInputProps) {
  const [value, setValue] = useState(reason);
  const input = useRef<InputRef>(null);
  useEffect(() => input.current?.focus(), []);
  const change = (next: string) => {
    setValue(next);
    onChange(next);
  };
  return (
    <>
      <Input
        ref={input}
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
