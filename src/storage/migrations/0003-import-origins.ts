import type { EarlierRecord, Migration } from './migration.ts';

const NEW_KINDS = ['importBatch', 'notDuplicate', 'importTemplate'];

type Counted = { readonly counts: Readonly<Record<string, number>> };

function countNewKinds<T extends Counted>(counted: T): T {
  return { ...counted, counts: { ...Object.fromEntries(NEW_KINDS.map((kind) => [kind, 0])), ...counted.counts } };
}

/** Where each record came from; the files that were imported, the pairs that are no duplicates, and learned tables. */
export const importOrigins: Migration = {
  version: 3,
  stores: {
    importBatches: '&id',
    notDuplicates: '&id',
    importTemplates: '&id',
    // What can be imported is found by its batch; records that were not imported are not in the index.
    honors: '&id, origin.batch',
    plans: '&id, origin.batch',
    activities: '&id, origin.batch',
    units: '&id, origin.batch',
  },
  upgradeRecord: (record: EarlierRecord) => ({ ...record, origin: null }),
  upgradeDatabase: async (transaction) => {
    const changeSets = transaction.table<{ readonly sequence: number; readonly changeSet: Counted }>('changeSets');
    const counted = (await changeSets.toArray()).map((row) => ({ ...row, changeSet: countNewKinds(row.changeSet) }));
    await changeSets.bulkPut(counted);
    const applied = transaction.table<Counted & { readonly key: string }>('applied');
    await applied.bulkPut((await applied.toArray()).map(countNewKinds));
  },
};
