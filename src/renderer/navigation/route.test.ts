import { expect, test } from 'vitest';
import { formatRoute, parseRoute, type Route } from './route.ts';

test('every route comes back from its address', () => {
  const routes: readonly Route[] = [
    { screen: 'home' },
    { screen: 'search' },
    { screen: 'answer' },
    { screen: 'import' },
    { screen: 'import', batch: 'batch-1' },
    { screen: 'safety' },
    { screen: 'safety', ask: 'restore' },
    { screen: 'ledger', kind: 'plan' },
    { screen: 'ledger', kind: 'honor', filter: 'no-level' },
    { screen: 'ledger', kind: 'honor', from: 'search' },
    { screen: 'new', kind: 'activity' },
    { screen: 'record', kind: 'honor', id: 'seed-honor-001' },
    { screen: 'record', kind: 'honor', id: 'seed-honor-001', show: 'similar' },
    { screen: 'edit', kind: 'honor', id: 'a_b-c' },
    { screen: 'unit', id: 'seed-unit-work-committee' },
  ];
  for (const route of routes) expect(parseRoute(formatRoute(route))).toEqual(route);
});

test('a filter that nobody knows does not keep a ledger from opening', () => {
  expect(parseRoute('#/ledger/honor?missing=wings')).toEqual({ screen: 'ledger', kind: 'honor' });
});

test('an address that means nothing leads home', () => {
  for (const hash of ['', '#', '#/nowhere', '#/ledger/unit', '#/record/honor', '#/new']) {
    expect(parseRoute(hash)).toEqual({ screen: 'home' });
  }
});
