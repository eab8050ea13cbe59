import { MoonOutlined, PlusOutlined, QuestionCircleOutlined, SunOutlined } from '@ant-design/icons';
import { Button, Dropdown } from 'antd';
import { useState } from 'react';
import { LEDGER_KINDS, type LedgerKind } from '#domain/records/record-base';
import { useArchiveActions } from '../archive/use-archive-actions.tsx';
import { useSession } from '../archive/session-context.tsx';
import { ADD_NAMES } from '../components/kind-names.ts';
import { KeyHelp } from '../features/keys/key-help.tsx';
import { usePreparedLedgers } from '../features/ledger/use-prepared-ledgers.ts';
import { useShortcut } from '../hooks/use-shortcut.ts';
import { useNavigation } from '../navigation/navigation.tsx';
import { CommandPalette } from './command-palette.tsx';
import { RestartDueNotice } from './restart-due-notice.tsx';
import { LockRemovedNotice } from './lock-removed-notice.tsx';
import { MainNavigation } from './main-navigation.tsx';
import { messages } from './messages.ts';
import { OperatorSwitch } from './operator-switch.tsx';
import { ReadOnlyNotice } from './read-only-notice.tsx';
import { Screen } from './screen.tsx';
import { SearchBox } from './search-box.tsx';
import styles from './shell.module.css';
import { useDarkMode } from './use-dark-mode.ts';

/** The frame of the window: navigation on the left, search and 新增 above, the screen in the rest. */
export function Shell() {
  const { route, visit, go, back } = useNavigation();
  const { isReadOnly } = useSession();
  const { undo, redo } = useArchiveActions();
  const kind = 'kind' in route ? route.kind : 'honor';
  usePreparedLedgers();
  useShortcut('Ctrl+N', () => {
    if (!isReadOnly) go({ screen: 'new', kind });
  });
  useShortcut('Alt+ArrowLeft', back);
  useShortcut('Ctrl+Z', () => void undo());
  useShortcut('Ctrl+Y', () => void redo());
  useShortcut('Ctrl+Shift+Z', () => void redo());
  return (
    <div className={styles['frame']}>
      <aside className={styles['side']}>
        <div className={styles['brand']}>
          <span className={styles['seal']} aria-hidden>
            荣
          </span>
          <span className={styles['name']}>{messages.name}</span>
        </div>
        <MainNavigation />
      </aside>
      <header className={styles['header']}>
        <SearchBox />
        <span className={styles['spacer']} />
        <OperatorSwitch />
        <KeyHelpButton />
        <ThemeSwitch />
        <AddButton kind={kind} />
      </header>
      <div className={styles['notices']}>
        <LockRemovedNotice />
        <RestartDueNotice />
        <ReadOnlyNotice />
      </div>
      {/* Made anew at each visit, so that a screen begins at its top. */}
      <div key={visit} className={styles['content']}>
        <Screen route={route} />
      </div>
      <CommandPalette />
    </div>
  );
}

function AddButton({ kind }: { readonly kind: LedgerKind }) {
  const { go } = useNavigation();
  const { isReadOnly } = useSession();
  const items = LEDGER_KINDS.map((each) => ({ key: each, label: ADD_NAMES[each] }));
  const choose = ({ key }: { readonly key: string }) => {
    const chosen = LEDGER_KINDS.find((each) => each === key);
    if (chosen) go({ screen: 'new', kind: chosen });
  };
  return (
    <Dropdown menu={{ items, onClick: choose }} trigger={['click']} disabled={isReadOnly}>
      <Button
        type="primary"
        icon={<PlusOutlined aria-hidden />}
        title={`${ADD_NAMES[kind]}（Ctrl+N）`}
        disabled={isReadOnly}
      >
        {messages.add}
      </Button>
    </Dropdown>
  );
}

/** The keys, also by the question mark of either keyboard. */
function KeyHelpButton() {
  const [isOpen, setOpen] = useState(false);
  const open = () => setOpen(true);
  useShortcut('?', open);
  useShortcut('？', open);
  return (
    <>
      <Button
        type="text"
        aria-label={messages.keys}
        title={messages.keys}
        icon={<QuestionCircleOutlined aria-hidden />}
        onClick={open}
      />
      {isOpen && <KeyHelp onClose={() => setOpen(false)} />}
    </>
  );
}

function ThemeSwitch() {
  const { settings, changeSettings } = useSession();
  const isDark = useDarkMode(settings.theme);
  const label = isDark ? messages.switchToLight : messages.switchToDark;
  return (
    <Button
      type="text"
      aria-label={label}
      title={label}
      icon={isDark ? <SunOutlined aria-hidden /> : <MoonOutlined aria-hidden />}
      onClick={() => void changeSettings({ theme: isDark ? 'light' : 'dark' })}
    />
  );
}
