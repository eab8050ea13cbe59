import { App, Button } from 'antd';
import { useMemo, useRef } from 'react';
import type { DraftNotice } from '#domain/records/draft-problem';
import type { Result } from '#domain/result';
import type { CommitFailure } from '#storage/commit-changes';
import { messages } from './messages.ts';
import { describeCommitFailure, describeFormAfterFailure, describeNotice } from './problem-messages.ts';
import { useDialogs } from '../hooks/use-dialogs.ts';

const UNDO_OFFER_SECONDS = 6;
const NOTICE_SECONDS = 12;

/** Something else that may be done next, beside undoing. */
export type FurtherOffer = { readonly label: string; readonly choose: () => void };

export type Reports = ReturnType<typeof useReports>;

/** Short messages at the foot of the window; failures stay until they are closed. */
export function useReports() {
  const { message, notification } = App.useApp();
  const dialogs = useDialogs();
  const lastOffer = useRef<string | null>(null);
  return useMemo(() => {
    // The last word counts: what was said before is not true any more once something was undone and done again.
    const tell = (text: string) => void message.info({ key: 'told', content: text });

    const offerUndo = (text: string, sequence: number, undo: () => Promise<void>, more?: FurtherOffer) => {
      const takeBack = () => {
        message.destroy(offerKey(sequence));
        void undo();
      };
      const content = (
        <span>
          {text}
          <Button type="link" size="small" onClick={takeBack}>
            {messages.undo}
          </Button>
          {more && (
            <Button type="link" size="small" onClick={more.choose}>
              {more.label}
            </Button>
          )}
        </span>
      );
      // Two offers of the same wording would not tell which change each of them means.
      if (lastOffer.current !== null) message.destroy(lastOffer.current);
      lastOffer.current = offerKey(sequence);
      void message.success({ key: lastOffer.current, content, duration: UNDO_OFFER_SECONDS });
    };
    const withdrawOffer = (sequence: number) => message.destroy(offerKey(sequence));

    /** What should be looked at again although it was saved. */
    const tellNotices = (notices: readonly DraftNotice[]) => {
      if (notices.length === 0) return;
      const content = messages.pleaseCheck(notices.map(describeNotice).join('；'));
      void message.warning({ content, duration: NOTICE_SECONDS });
    };
    const tellImportNotices = (counts: ReadonlyMap<DraftNotice['code'], number>) => {
      if (counts.size === 0) return;
      const lines = [...counts].map(([code, count]) => messages.importing.notice[code](count));
      notification.warning({
        title: messages.importing.noticesTitle,
        description: lines.map((line) => <div key={line}>{line}</div>),
        duration: 0,
      });
    };

    const report = <T,>(result: Result<T, CommitFailure>, from: 'form' | 'elsewhere'): T | null => {
      if (result.ok) return result.value;
      const what = describeCommitFailure(result.error);
      const content = from === 'form' ? `${what}${describeFormAfterFailure(result.error)}` : what;
      dialogs.error({ title: messages.failedTitle, content });
      return null;
    };

    /** Runs something that may throw. What it throws is a fault that must be told: nobody else hears of it. */
    const attempt = async <T,>(action: () => Promise<T>, otherwise: T): Promise<T> => {
      try {
        return await action();
      } catch (error) {
        const { title, what, next, detail } = messages.fault;
        const lines = [what, next, detail(String(error))];
        dialogs.error({ title, content: lines.map((line) => <p key={line}>{line}</p>) });
        return otherwise;
      }
    };
    return { tell, offerUndo, withdrawOffer, tellNotices, tellImportNotices, report, attempt };
  }, [message, dialogs, notification]);
}

function offerKey(sequence: number): string {
  return `undo-${sequence}`;
}
