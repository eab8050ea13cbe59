import { Form, Input } from 'antd';
import type { LedgerRecord } from '#domain/records/archive-record';
import { deleteRecords as deleteFromArchive } from '#storage/delete-records';
import { useArchiveActions } from '../../archive/use-archive-actions.tsx';
import { useDialogs } from '../../hooks/use-dialogs.ts';
import { messages } from './messages.ts';

/** Deletes at once what can be undone with one click; asks first, and for a reason, when it is several. */
export function useRemoval() {
  const dialogs = useDialogs();
  const { deleteRecords, perform } = useArchiveActions();
  return (entries: readonly LedgerRecord[]) => {
    const [first] = entries;
    if (!first) return;
    const ids = entries.map((entry) => entry.id);
    if (entries.length === 1) return void deleteRecords(ids, first.title);
    let reason = '';
    const words = messages.removal;
    dialogs.confirm({
      title: words.confirm(entries.length),
      content: (
        <Form layout="vertical">
          <p>{words.body}</p>
          <Form.Item label={words.reason} htmlFor="removal-reason">
            <Input
              id="removal-reason"
              autoComplete="off"
              maxLength={200}
              placeholder={words.reasonHint}
              onChange={(event) => {
                reason = event.target.value;
              }}
            />
          </Form.Item>
        </Form>
      ),
      okText: words.remove,
      cancelText: messages.cancel,
      okButtonProps: { danger: true },
      onOk: () =>
        perform((archive) => deleteFromArchive(archive, ids, reason.trim() || null), {
          done: words.deleted(entries.length),
          label: words.several(entries.length),
        }),
    });
  };
}
