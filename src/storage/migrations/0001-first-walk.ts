import type { Migration } from './migration.ts';

/** Honours, plans, activities and units; the change sets behind them; and how far the journal has been applied. */
export const firstWalk: Migration = {
  version: 1,
  stores: {
    honors: '&id',
    plans: '&id',
    activities: '&id',
    units: '&id',
    changeSets: '&sequence',
    applied: '&key',
  },
};
