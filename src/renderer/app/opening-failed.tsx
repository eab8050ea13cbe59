import { Button, Space, Typography } from 'antd';
import { useState } from 'react';
import { callMain } from '../archive/bridge.ts';
import type { OpeningFailure } from '../archive/open-session.ts';
import { RestoreDialog } from '../features/safety/restore-dialog.tsx';
import { useDialogs } from '../hooks/use-dialogs.ts';
import { messages } from './messages.ts';
import { OpeningPage } from './opening-page.tsx';

/** Shown instead of the window when the archive cannot be opened: what happened, that data is safe, what to do. */
export function OpeningFailed({ failure }: { readonly failure: OpeningFailure }) {
  const { what, next, detail } = explain(failure);
  const ways = (
    <Space wrap>
      <WayOn failure={failure} />
      <RestoreButton />
      <Button onClick={() => void callMain('data-folder:open', null)}>{messages.failed.openFolder}</Button>
      <Button type="primary" onClick={() => location.reload()}>
        {messages.failed.retry}
      </Button>
    </Space>
  );
  return (
    <OpeningPage status="error" title={messages.failed.title} what={what} extra={ways}>
      <Typography.Paragraph>{next}</Typography.Paragraph>
      {detail !== '' && (
        <Typography.Paragraph copyable={{ text: detail }} type="secondary">
          {messages.failed.details}：{detail}
        </Typography.Paragraph>
      )}
    </OpeningPage>
  );
}

/** Works on an archive that does not open: nothing of it is read. */
function RestoreButton() {
  const [isAsked, setAsked] = useState(false);
  return (
    <>
      <Button onClick={() => setAsked(true)}>{messages.failed.restore}</Button>
      {isAsked && <RestoreDialog listed={null} database={null} isReadOnly={false} onClose={() => setAsked(false)} />}
    </>
  );
}

/** What else can be done about this failure from here, if anything. */
function WayOn({ failure }: { readonly failure: OpeningFailure }) {
  const dialogs = useDialogs();
  const { giveUp, giveUpTitle, giveUpBody, giveUpConfirm, back, rebuild } = messages.failed;
  if (failure.code === 'journal-behind') {
    const ask = () => {
      dialogs.confirm({
        title: giveUpTitle(failure.missing),
        content: giveUpBody,
        okText: giveUpConfirm,
        okButtonProps: { danger: true },
        cancelText: back,
        onOk: async () => {
          await callMain('journal:accept-loss', null);
          location.reload();
        },
      });
    };
    return <Button onClick={ask}>{giveUp}</Button>;
  }
  if (failure.code !== 'unexpected' || !failure.canRebuild) return null;
  const makeAnew = async () => {
    await callMain('store:clear', null);
    location.reload();
  };
  return <Button onClick={() => void makeAnew()}>{rebuild}</Button>;
}

function explain(failure: OpeningFailure): { what: string; next: string; detail: string } {
  const { damaged, damagedNext, behind, behindNext, newer, newerNext } = messages.failed;
  const { unexpected, unexpectedNext, unexpectedRebuild } = messages.failed;
  switch (failure.code) {
    case 'journal-damaged':
      return { what: damaged(failure.file, failure.line), next: damagedNext, detail: '' };
    case 'journal-behind':
      return { what: behind(failure.missing), next: behindNext, detail: '' };
    case 'newer-format':
      return { what: newer, next: newerNext, detail: '' };
    case 'unexpected':
      return {
        what: unexpected,
        next: failure.canRebuild ? unexpectedRebuild : unexpectedNext,
        detail: failure.detail,
      };
  }
}
