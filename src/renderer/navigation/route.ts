import { LEDGER_GAPS, type LedgerGap } from '#domain/ledger/ledger-filters';
import type { FindableKind, LedgerKind } from '#domain/records/record-base';
import { LEDGER_KINDS } from '#domain/records/record-base';

const PLAIN_SCREENS = [
  'home',
  'search',
  'import',
  'answer',
  'yearbook',
  'units',
  'evidence',
  'filing',
  'bin',
  'rules',
  'safety',
  'settings',
] as const;
/** A screen that is there once. */
export type PlainScreen = (typeof PLAIN_SCREENS)[number];

/** A screen of the window. */
export type Route =
  | { readonly screen: PlainScreen }
  /** Shows a file among those that were imported. */
  | { readonly screen: 'import'; readonly batch: string }
  /** Begins at once with choosing a backup to restore. */
  | { readonly screen: 'safety'; readonly ask: 'restore' }
  /** `filter`: only the records that lack something; `from`: only those that a search has handed over. */
  | {
      readonly screen: 'ledger';
      readonly kind: LedgerKind;
      readonly filter?: LedgerGap;
      readonly from?: 'search';
    }
  | { readonly screen: 'new'; readonly kind: LedgerKind }
  /** `show`: with the records that resemble it opened. */
  | { readonly screen: 'record'; readonly kind: LedgerKind; readonly id: string; readonly show?: 'similar' }
  | { readonly screen: 'edit'; readonly kind: LedgerKind; readonly id: string }
  | { readonly screen: 'unit'; readonly id: string };

/** The hash of the address, so that a reload comes back to the same screen and Alt+← goes back. */
export function formatRoute(route: Route): string {
  const parts: readonly string[] = [
    route.screen,
    ...('kind' in route ? [route.kind] : []),
    ...('id' in route ? [encodeURIComponent(route.id)] : []),
  ];
  const query = new URLSearchParams({
    ...('filter' in route && route.filter ? { missing: route.filter } : {}),
    ...('from' in route && route.from ? { from: route.from } : {}),
    ...('batch' in route ? { batch: route.batch } : {}),
    ...('ask' in route ? { ask: route.ask } : {}),
    ...('show' in route && route.show ? { show: route.show } : {}),
  }).toString();
  return `#/${parts.join('/')}${query === '' ? '' : `?${query}`}`;
}

export function parseRoute(hash: string): Route {
  const [path = '', query = ''] = hash.replace(/^#\/?/, '').split('?');
  const [screen = '', first = '', second = ''] = path.split('/');
  const kind = LEDGER_KINDS.find((candidate) => candidate === first);
  const id = decodeURIComponent(second);
  const plain = PLAIN_SCREENS.find((candidate) => candidate === screen);
  const batch = new URLSearchParams(query).get('batch');
  if (plain === 'import' && batch) return { screen: plain, batch };
  if (plain === 'safety' && new URLSearchParams(query).get('ask') === 'restore')
    return { screen: plain, ask: 'restore' };
  if (plain) return { screen: plain };
  switch (screen) {
    case 'ledger': {
      const asked = new URLSearchParams(query);
      const filter = LEDGER_GAPS.find((gap) => gap === asked.get('missing'));
      const isFromSearch = asked.get('from') === 'search';
      if (!kind) return { screen: 'home' };
      return { screen, kind, ...(filter ? { filter } : {}), ...(isFromSearch ? { from: 'search' } : {}) };
    }
    case 'new':
      return kind ? { screen, kind } : { screen: 'home' };
    case 'record': {
      const isAsked = new URLSearchParams(query).get('show') === 'similar';
      return kind && id ? { screen, kind, id, ...(isAsked ? { show: 'similar' } : {}) } : { screen: 'home' };
    }
    case 'edit':
      return kind && id ? { screen, kind, id } : { screen: 'home' };
    case 'unit':
      return first ? { screen, id: decodeURIComponent(first) } : { screen: 'units' };
    default:
      return { screen: 'home' };
  }
}

/** The screen that shows one record of any kind. */
export function recordRoute(kind: FindableKind, id: string): Route {
  return kind === 'unit' ? { screen: 'unit', id } : { screen: 'record', kind, id };
}
