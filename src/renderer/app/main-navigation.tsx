import {
  BankOutlined,
  BookOutlined,
  CalendarOutlined,
  FileTextOutlined,
  HomeOutlined,
  SearchOutlined,
  SettingOutlined,
  TrophyOutlined,
} from '@ant-design/icons';
import type { ReactNode } from 'react';
import { useSession } from '../archive/session-context.tsx';
import { useCorpusSearch } from '../hooks/use-corpus-search.ts';
import { useNavigation } from '../navigation/navigation.tsx';
import { formatRoute, type Route } from '../navigation/route.ts';
import { messages } from './messages.ts';
import styles from './shell.module.css';

type Item = { readonly route: Route; readonly label: string; readonly icon: ReactNode };

const ITEMS: readonly Item[] = [
  { route: { screen: 'home' }, label: messages.navigation.home, icon: <HomeOutlined aria-hidden /> },
  {
    route: { screen: 'ledger', kind: 'honor' },
    label: messages.navigation.honor,
    icon: <TrophyOutlined aria-hidden />,
  },
  {
    route: { screen: 'ledger', kind: 'plan' },
    label: messages.navigation.plan,
    icon: <FileTextOutlined aria-hidden />,
  },
  {
    route: { screen: 'ledger', kind: 'activity' },
    label: messages.navigation.activity,
    icon: <CalendarOutlined aria-hidden />,
  },
  { route: { screen: 'search' }, label: messages.navigation.search, icon: <SearchOutlined aria-hidden /> },
  { route: { screen: 'yearbook' }, label: messages.navigation.yearbook, icon: <BookOutlined aria-hidden /> },
  { route: { screen: 'units' }, label: messages.navigation.units, icon: <BankOutlined aria-hidden /> },
  { route: { screen: 'settings' }, label: messages.navigation.settings, icon: <SettingOutlined aria-hidden /> },
];

/** The way to every screen, with how many records each ledger holds. Plain links: quick to paint, and Tab finds them. */
export function MainNavigation() {
  const { route, go } = useNavigation();
  const { live } = useSession();
  const { facets } = useCorpusSearch(live, { text: '', limit: 0 });
  const present = formatRoute(itemRoute(route));
  return (
    <nav aria-label={messages.mainNavigation}>
      <ul className={styles['items']}>
        {ITEMS.map((item) => {
          const href = formatRoute(item.route);
          const kind = item.route.screen === 'ledger' ? item.route.kind : null;
          return (
            <li key={href}>
              <a
                className={styles['item']}
                href={href}
                aria-current={href === present ? 'page' : undefined}
                onClick={(event) => {
                  // The address must not move before a form has been asked whether it lets go.
                  event.preventDefault();
                  go(item.route);
                }}
              >
                {item.icon}
                <span className={styles['label']}>{item.label}</span>
                <span className={styles['count']}>{facets.kinds.find(({ value }) => value === kind)?.count}</span>
              </a>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}

/** The item that a screen belongs to. */
function itemRoute(route: Route): Route {
  if (route.screen === 'unit') return { screen: 'units' };
  return 'kind' in route ? { screen: 'ledger', kind: route.kind } : route;
}
