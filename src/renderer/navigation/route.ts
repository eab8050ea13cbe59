import type { EntryKind, RecordKind } from '#domain/records/record-base';
import { ENTRY_KINDS } from '#domain/records/record-base';

/** A screen of the window. */
export type Route =
  | { readonly screen: 'home' | 'search' | 'yearbook' | 'units' | 'settings' }
  | { readonly screen: 'ledger'; readonly kind: EntryKind }
  | { readonly screen: 'new'; readonly kind: EntryKind }
  | { readonly screen: 'record' | 'edit'; readonly kind: EntryKind; readonly id: string }
  | { readonly screen: 'unit'; readonly id: string };

/** The hash of the address, so that a reload comes back to the same screen and Alt+← goes back. */
export function formatRoute(route: Route): string {
  const parts: readonly string[] = [
    route.screen,
    ...('kind' in route ? [route.kind] : []),
    ...('id' in route ? [encodeURIComponent(route.id)] : []),
  ];
  return `#/${parts.join('/')}`;
}

export function parseRoute(hash: string): Route {
  const [screen = '', first = '', second = ''] = hash.replace(/^#\/?/, '').split('/');
  const kind = ENTRY_KINDS.find((candidate) => candidate === first);
  const id = decodeURIComponent(second);
  switch (screen) {
    case 'search':
    case 'yearbook':
    case 'units':
    case 'settings':
      return { screen };
    case 'ledger':
    case 'new':
      return kind ? { screen, kind } : { screen: 'home' };
    case 'record':
    case 'edit':
      return kind && id ? { screen, kind, id } : { screen: 'home' };
    case 'unit':
      return first ? { screen, id: decodeURIComponent(first) } : { screen: 'units' };
    default:
      return { screen: 'home' };
  }
}

/** The screen that shows one record of any kind. */
export function recordRoute(kind: RecordKind, id: string): Route {
  return kind === 'unit' ? { screen: 'unit', id } : { screen: 'record', kind, id };
}
