import { Form, Input } from 'antd';
import { useRef, useState } from 'react';
import type { FilingItem } from '#domain/records/filing-item';
import { cleanText } from '#domain/text/clean-text';
import { withdrawFilingItem } from '#storage/filing-withdraw';
import { useArchiveActions } from '../../archive/use-archive-actions.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { messages } from './messages.ts';

const LONGEST_REASON = 200;

/** Withdraws a code, with the reason that the register keeps. */
export function WithdrawalModal({ item, onClose }: { readonly item: FilingItem; readonly onClose: () => void }) {
  const { perform } = useArchiveActions();
  const [reason, setReason] = useState('');
  const [isLacking, setLacking] = useState(false);
  const busy = useRef(false);
  const { title, body, ok, cancel, done, label, needsReason } = messages.withdrawal;
  const withdraw = async () => {
    const given = cleanText(reason, 'single').text;
    if (given === '') return setLacking(true);
    if (busy.current) return;
    busy.current = true;
    const edited = { id: item.id, revision: item.revision };
    await perform((archive) => withdrawFilingItem(archive, edited, given), {
      done: done(item.code),
      label: label(item.code),
    });
    onClose();
  };
  return (
    <Dialog
      title={title(item.code)}
      okText={ok}
      okButtonProps={{ danger: true }}
      cancelText={cancel}
      onOk={() => void withdraw()}
      onCancel={onClose}
    >
      <p>{body}</p>
      <Form component={false} layout="vertical">
        <Form.Item
          label={messages.withdrawal.reason}
          htmlFor="withdrawal-reason"
          required
          {...(isLacking ? { validateStatus: 'error' as const, help: needsReason } : {})}
        >
          <Input
            id="withdrawal-reason"
            autoFocus
            maxLength={LONGEST_REASON}
            value={reason}
            onChange={(event) => {
              setReason(event.target.value);
              setLacking(false);
            }}
          />
        </Form.Item>
      </Form>
    </Dialog>
  );
}
