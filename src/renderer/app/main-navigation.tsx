import {
  AuditOutlined,
  BankOutlined,
  BookOutlined,
  BulbOutlined,
  CalendarOutlined,
  ControlOutlined,
  DeleteOutlined,
  FileDoneOutlined,
  FileTextOutlined,
  FolderOutlined,
  HddOutlined,
  HomeOutlined,
  ImportOutlined,
  QuestionCircleOutlined,
  SafetyCertificateOutlined,
  SearchOutlined,
  SettingOutlined,
  TeamOutlined,
  TrophyOutlined,
} from '@ant-design/icons';
import type { ReactNode } from 'react';
import type { LedgerKind } from '#domain/records/record-base';
import { useRecords } from '../archive/use-records.ts';
import { useNavigation } from '../navigation/navigation.tsx';
import { formatRoute, type PlainScreen, type Route } from '../navigation/route.ts';
import { messages } from './messages.ts';
import styles from './shell.module.css';

type Item = { readonly route: Route; readonly label: string; readonly icon: ReactNode };
type Group = { readonly name: string | null; readonly items: readonly Item[] };

const names = messages.navigation;
const ledger = (kind: LedgerKind, icon: ReactNode): Item => ({
  route: { screen: 'ledger', kind },
  label: names.ledger[kind],
  icon,
});
const screen = (name: PlainScreen, icon: ReactNode): Item => ({ route: { screen: name }, label: names[name], icon });

/** Every screen by what it is for. */
export const NAVIGATION_GROUPS: readonly Group[] = [
  {
    name: null,
    items: [screen('home', <HomeOutlined aria-hidden />), screen('search', <SearchOutlined aria-hidden />)],
  },
  {
    name: messages.navigationGroups.ledgers,
    items: [
      ledger('honor', <TrophyOutlined aria-hidden />),
      ledger('plan', <FileTextOutlined aria-hidden />),
      ledger('activity', <CalendarOutlined aria-hidden />),
      ledger('practice', <BulbOutlined aria-hidden />),
      ledger('evaluation', <FileDoneOutlined aria-hidden />),
      screen('import', <ImportOutlined aria-hidden />),
    ],
  },
  {
    name: messages.navigationGroups.authorities,
    items: [
      screen('units', <BankOutlined aria-hidden />),
      ledger('person', <TeamOutlined aria-hidden />),
      ledger('programme', <AuditOutlined aria-hidden />),
    ],
  },
  {
    name: messages.navigationGroups.work,
    items: [
      screen('evidence', <SafetyCertificateOutlined aria-hidden />),
      screen('filing', <FolderOutlined aria-hidden />),
      screen('answer', <QuestionCircleOutlined aria-hidden />),
      screen('yearbook', <BookOutlined aria-hidden />),
    ],
  },
  {
    name: messages.navigationGroups.office,
    items: [
      screen('bin', <DeleteOutlined aria-hidden />),
      screen('rules', <ControlOutlined aria-hidden />),
      screen('safety', <HddOutlined aria-hidden />),
      screen('settings', <SettingOutlined aria-hidden />),
    ],
  },
];

/** The way to every screen, with how many records each ledger holds. Plain links: quick to paint, and Tab finds them. */
export function MainNavigation() {
  return (
    <nav aria-label={messages.mainNavigation}>
      {NAVIGATION_GROUPS.map(({ name, items }) => (
        <section key={name ?? ''} aria-label={name ?? undefined}>
          {name && <h2 className={styles['group']}>{name}</h2>}
          <ul className={styles['items']}>
            {items.map((item) => (
              <li key={formatRoute(item.route)}>
                <NavigationLink item={item} />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </nav>
  );
}

function NavigationLink({ item }: { readonly item: Item }) {
  const { route, go } = useNavigation();
  const href = formatRoute(item.route);
  const kind = item.route.screen === 'ledger' ? item.route.kind : null;
  return (
    <a
      className={styles['item']}
      href={href}
      aria-current={href === formatRoute(itemRoute(route)) ? 'page' : undefined}
      onClick={(event) => {
        // The address must not move before a form has been asked whether it lets go.
        event.preventDefault();
        go(item.route);
      }}
    >
      {item.icon}
      <span className={styles['label']}>{item.label}</span>
      {kind && <KindCount kind={kind} />}
    </a>
  );
}

function KindCount({ kind }: { readonly kind: LedgerKind }) {
  const { length } = useRecords(kind);
  return <span className={styles['count']}>{length > 0 ? length : null}</span>;
}

/** The item that a screen belongs to. */
function itemRoute(route: Route): Route {
  if (route.screen === 'unit') return { screen: 'units' };
  if (route.screen === 'import' || route.screen === 'safety') return { screen: route.screen };
  return 'kind' in route ? { screen: 'ledger', kind: route.kind } : route;
}
