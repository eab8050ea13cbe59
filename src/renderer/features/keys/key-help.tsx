import { Button } from 'antd';
import { Dialog } from '../../components/dialog.tsx';
import styles from './key-help.module.css';
import { messages } from './messages.ts';

/** All keys, by where they work. */
export function KeyHelp({ onClose }: { readonly onClose: () => void }) {
  return (
    <Dialog
      width={760}
      title={messages.title}
      onCancel={onClose}
      footer={
        <Button type="primary" autoFocus onClick={onClose}>
          {messages.close}
        </Button>
      }
    >
      <div className={styles['groups']}>
        {messages.groups.map(({ name, keys }) => (
          <section key={name} className={styles['group']}>
            <h2 className={styles['heading']}>{name}</h2>
            <dl className={styles['keys']}>
              {keys.map(([key, what]) => (
                <KeyRow key={key} press={key} what={what} />
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}

function KeyRow({ press, what }: { readonly press: string; readonly what: string }) {
  return (
    <>
      <dt>{press}</dt>
      <dd>{what}</dd>
    </>
  );
}
