import { Button, Result, Space, Typography } from 'antd';
import { callMain } from '../archive/bridge.ts';
import type { OpeningFailure } from '../archive/open-session.ts';
import { messages } from './messages.ts';
import { Themed } from './themed.tsx';

/** Shown instead of the window when the archive cannot be opened: what happened, that data is safe, what to do. */
export function OpeningFailed({ failure }: { readonly failure: OpeningFailure }) {
  const { what, next, detail } = explain(failure);
  return (
    <Themed theme="system">
      <Result
        status="error"
        title={messages.failed.title}
        subTitle={what}
        extra={
          <Space>
            <Button onClick={() => void callMain('data-folder:open', null)}>{messages.failed.openFolder}</Button>
            <Button type="primary" onClick={() => location.reload()}>
              {messages.failed.retry}
            </Button>
          </Space>
        }
      >
        <Typography.Paragraph>{next}</Typography.Paragraph>
        {detail !== '' && (
          <Typography.Paragraph copyable={{ text: detail }} type="secondary">
            {messages.failed.details}：{detail}
          </Typography.Paragraph>
        )}
      </Result>
    </Themed>
  );
}

function explain(failure: OpeningFailure): { what: string; next: string; detail: string } {
  const { damaged, damagedNext, newer, newerNext, unexpected, unexpectedNext } = messages.failed;
  switch (failure.code) {
    case 'journal-damaged':
      return { what: damaged(failure.file, failure.line), next: damagedNext, detail: '' };
    case 'newer-format':
      return { what: newer, next: newerNext, detail: '' };
    case 'unexpected':
      return { what: unexpected, next: unexpectedNext, detail: failure.detail };
  }
}
