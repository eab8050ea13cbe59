import {
  BankOutlined,
  BookOutlined,
  CalendarOutlined,
  FileTextOutlined,
  HomeOutlined,
  MoonOutlined,
  PlusOutlined,
  SearchOutlined,
  SettingOutlined,
  SunOutlined,
  TrophyOutlined,
} from '@ant-design/icons';
import { Button, Dropdown, Layout, Menu } from 'antd';
import type { ReactNode } from 'react';
import { ENTRY_KINDS, type EntryKind } from '#domain/records/record-base';
import { useArchiveActions } from '../archive/use-archive-actions.tsx';
import { useSession } from '../archive/session-context.tsx';
import { useCorpusSearch } from '../hooks/use-corpus-search.ts';
import { useShortcut } from '../hooks/use-shortcut.ts';
import { useNavigation } from '../navigation/navigation.tsx';
import { parseRoute, type Route } from '../navigation/route.ts';
import { messages } from './messages.ts';
import { Screen } from './screen.tsx';
import { SearchBox } from './search-box.tsx';
import styles from './shell.module.css';
import { useDarkMode } from './use-dark-mode.ts';

const NAVIGATION_WIDTH = 176;

/** The frame of the window: navigation on the left, search and 新增 above, the screen in the rest. */
export function Shell() {
  const { route, go, back } = useNavigation();
  const { undo, redo } = useArchiveActions();
  const kind = 'kind' in route ? route.kind : 'honor';
  useShortcut('Ctrl+N', () => go({ screen: 'new', kind }));
  useShortcut('Alt+ArrowLeft', back);
  useShortcut('Ctrl+Z', () => void undo());
  useShortcut('Ctrl+Y', () => void redo());
  useShortcut('Ctrl+Shift+Z', () => void redo());
  return (
    <Layout className={styles['frame']}>
      <Layout.Sider width={NAVIGATION_WIDTH} className={styles['side']}>
        <div className={styles['brand']}>
          <span className={styles['seal']} aria-hidden>
            荣
          </span>
          <span className={styles['name']}>{messages.name}</span>
        </div>
        <NavigationMenu />
      </Layout.Sider>
      <Layout>
        <Layout.Header className={styles['header']}>
          <SearchBox />
          <span className={styles['spacer']} />
          <ThemeSwitch />
          <AddButton kind={kind} />
        </Layout.Header>
        <Layout.Content className={styles['content']}>
          <Screen route={route} />
        </Layout.Content>
      </Layout>
    </Layout>
  );
}

const ITEMS: readonly { readonly hash: string; readonly label: string; readonly icon: ReactNode }[] = [
  { hash: '#/home', label: messages.navigation.home, icon: <HomeOutlined aria-hidden /> },
  { hash: '#/ledger/honor', label: messages.navigation.honor, icon: <TrophyOutlined aria-hidden /> },
  { hash: '#/ledger/plan', label: messages.navigation.plan, icon: <FileTextOutlined aria-hidden /> },
  { hash: '#/ledger/activity', label: messages.navigation.activity, icon: <CalendarOutlined aria-hidden /> },
  { hash: '#/search', label: messages.navigation.search, icon: <SearchOutlined aria-hidden /> },
  { hash: '#/yearbook', label: messages.navigation.yearbook, icon: <BookOutlined aria-hidden /> },
  { hash: '#/units', label: messages.navigation.units, icon: <BankOutlined aria-hidden /> },
  { hash: '#/settings', label: messages.navigation.settings, icon: <SettingOutlined aria-hidden /> },
];

function NavigationMenu() {
  const { route, go } = useNavigation();
  const { live } = useSession();
  const { facets } = useCorpusSearch(live, { text: '', limit: 0 });
  const countOf = (hash: string) => facets.kinds.find(({ value }) => hash === `#/ledger/${value}`)?.count;
  return (
    <nav aria-label={messages.mainNavigation}>
      <Menu
        mode="inline"
        selectedKeys={[selectedItem(route)]}
        onClick={({ key }) => go(parseRoute(key))}
        items={ITEMS.map(({ hash, label, icon }) => ({
          key: hash,
          icon,
          label: (
            <span className={styles['item']}>
              {label}
              <span className={styles['count']}>{countOf(hash)}</span>
            </span>
          ),
        }))}
      />
    </nav>
  );
}

function selectedItem(route: Route): string {
  if (route.screen === 'unit') return '#/units';
  return 'kind' in route ? `#/ledger/${route.kind}` : `#/${route.screen}`;
}

function AddButton({ kind }: { readonly kind: EntryKind }) {
  const { go } = useNavigation();
  const items = ENTRY_KINDS.map((each) => ({ key: each, label: messages.addKind[each] }));
  const choose = ({ key }: { readonly key: string }) => {
    const chosen = ENTRY_KINDS.find((each) => each === key);
    if (chosen) go({ screen: 'new', kind: chosen });
  };
  return (
    <Dropdown menu={{ items, onClick: choose }} trigger={['click']}>
      <Button type="primary" icon={<PlusOutlined aria-hidden />} title={`${messages.addKind[kind]}（Ctrl+N）`}>
        {messages.add}
      </Button>
    </Dropdown>
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
