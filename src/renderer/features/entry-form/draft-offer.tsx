import { Alert, Button, Space } from 'antd';
import { draftTitle, type FormDraft } from '../../archive/drafts.ts';
import { messages } from './messages.ts';
import styles from './entry-form.module.css';

type DraftOfferProps = {
  readonly drafts: readonly FormDraft[];
  /** The revision of the record that is edited as it is now; null for a new one. */
  readonly revision: number | null;
  readonly onContinue: (draft: FormDraft) => void;
  readonly onDiscard: (draft: FormDraft) => void;
};

/** What was typed into this form earlier and never saved, to go on with or to give up. */
export function DraftOffer({ drafts, revision, onContinue, onDiscard }: DraftOfferProps) {
  return drafts.map((draft) => {
    const title = draftTitle(draft);
    const isOutdated = draft.revision !== revision;
    const told = messages.draft.offer(title, draftTime(draft.at));
    return (
      <Alert
        key={draft.key}
        className={styles['notice'] ?? ''}
        type={isOutdated ? 'warning' : 'info'}
        showIcon
        title={isOutdated ? `${told}${messages.draft.changedSince}` : told}
        action={
          <Space>
            <Button size="small" type="primary" onClick={() => onContinue(draft)}>
              {messages.draft.continue}
            </Button>
            <Button size="small" onClick={() => onDiscard(draft)}>
              {messages.draft.discard}
            </Button>
          </Space>
        }
      />
    );
  });
}

/** The time of day, with the date when that was not today. */
function draftTime(at: string): string {
  const time = new Date(at);
  const isToday = time.toDateString() === new Date().toDateString();
  const parts = { hour: '2-digit', minute: '2-digit', hour12: false } as const;
  return isToday
    ? time.toLocaleTimeString('zh-CN', parts)
    : time.toLocaleString('zh-CN', { year: 'numeric', month: 'long', day: 'numeric', ...parts });
}
