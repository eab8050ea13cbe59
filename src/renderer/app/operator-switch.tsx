import { UserOutlined } from '@ant-design/icons';
import { App, Button, Dropdown } from 'antd';
import { useState } from 'react';
import { LONGEST_OPERATOR, type Settings } from '#contract/settings';
import { useSession } from '../archive/session-context.tsx';
import { NamingDialog } from '../components/naming-dialog.tsx';
import { messages } from './messages.ts';
import styles from './shell.module.css';

const { operator: words } = messages;
/** A name may be anything, so the other choices have keys that no name has. */
const [ACCOUNT, ADD] = ['account', 'add'] as const;
const keyOf = (name: string) => `name ${name}`;

/** Who is working: the name that the changes made from now on are signed by. */
export function OperatorSwitch() {
  const { settings, info, changeSettings } = useSession();
  const { message } = App.useApp();
  const [isAdding, setAdding] = useState(false);
  const { operator, operators } = settings;
  const change = async (part: Partial<Settings>) => {
    if (!(await changeSettings(part))) void message.error(words.notKept);
  };
  const names = operator === '' || operators.includes(operator) ? operators : [operator, ...operators];
  const items = [
    ...names.map((name) => ({ key: keyOf(name), label: name })),
    { key: ACCOUNT, label: words.account(info.account) },
    { type: 'divider' as const },
    { key: ADD, label: words.add },
  ];
  const choose = ({ key }: { readonly key: string }) => {
    if (key === ADD) setAdding(true);
    else void change({ operator: names.find((name) => keyOf(name) === key) ?? '' });
  };
  const add = async (name: string) => {
    setAdding(false);
    await change({ operator: name, operators: [...operators.filter((each) => each !== name), name] });
  };
  const selectedKeys = [operator === '' ? ACCOUNT : keyOf(operator)];
  const shown = operator || info.account;
  return (
    <>
      <Dropdown
        menu={{ items, selectable: true, selectedKeys, onClick: choose }}
        trigger={['click']}
        // Beside its button, so that the list belongs to the head of the window for a screen reader.
        getPopupContainer={(button) => button.parentElement ?? document.body}
      >
        <Button
          type="text"
          icon={<UserOutlined aria-hidden />}
          title={words.title(shown)}
          aria-label={words.title(shown)}
        >
          <span className={styles['operator']}>{shown}</span>
        </Button>
      </Dropdown>
      {isAdding && (
        <NamingDialog
          words={words.dialog}
          name=""
          longest={LONGEST_OPERATOR}
          onName={add}
          onClose={() => setAdding(false)}
        />
      )}
    </>
  );
}
