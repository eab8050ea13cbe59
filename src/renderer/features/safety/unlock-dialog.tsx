import { Button } from 'antd';
import { useState } from 'react';
import type { ResponseOf } from '#contract/archive-contract';
import { callMain } from '../../archive/bridge.ts';
import { Dialog } from '../../components/dialog.tsx';
import { messages } from './messages.ts';
import { UnlockForm } from './unlock-form.tsx';
import { useLongWork } from './use-long-work.ts';
import { WorkProgress } from './work-progress.tsx';

/** What became of opening a package, but for a wrong passphrase: then it is asked for again. */
export type Unlocked = Exclude<ResponseOf<'package:unlock'>, { code: 'needs-passphrase' | 'wrong-passphrase' }>;

type UnlockDialogProps = {
  /** Of a package that needs a passphrase. */
  readonly token: string;
  readonly onOpened: (opened: Unlocked) => void;
  readonly onClose: () => void;
};

/** Asks for the passphrase of an encrypted backup until it opens, or until the person gives up. */
export function UnlockDialog({ token, onOpened, onClose }: UnlockDialogProps) {
  const { unlock: words } = messages;
  const work = useLongWork();
  const [isWrong, setWrong] = useState(false);
  const isBusy = work.running !== null;
  const submit = async (passphrase: string) => {
    setWrong(false);
    const opened = await work.run('check', () => callMain('package:unlock', { token, passphrase }));
    if (opened.ok || !('token' in opened)) return onOpened(opened);
    setWrong(true);
  };
  const close = () => {
    if (!isBusy) void callMain('package:close', { token }).then(onClose);
  };
  return (
    <Dialog
      title={words.title}
      width={520}
      closable={!isBusy}
      mask={{ closable: false }}
      onCancel={close}
      footer={
        <Button disabled={isBusy} onClick={close}>
          {words.cancel}
        </Button>
      }
    >
      <UnlockForm isWrong={isWrong} isBusy={isBusy} onSubmit={(passphrase) => void submit(passphrase)} />
      {work.running && <WorkProgress work={work.running} />}
    </Dialog>
  );
}
