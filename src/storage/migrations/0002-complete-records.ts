import type { EarlierRecord, Migration } from './migration.ts';

const UNKNOWN = { raw: '', start: null, end: null, precision: 'unknown' };

/** What each kind had not got before; written out, since a released step must never change with the program. */
const ADDED: Readonly<Record<string, EarlierRecord>> = {
  honor: {
    dateMeaning: '不详',
    levelReason: '',
    programme: null,
    round: '',
    documentTitle: '',
    certificateNo: '',
    carriers: [],
    location: '',
    verification: '待核实',
    statusEvents: [],
    organTypes: [],
  },
  plan: { supersedes: null, works: [], organTypes: [], fullText: '' },
  activity: { activityKind: '主题活动', results: [], works: [], organTypes: [] },
  unit: { unitType: '不详', level: null, parent: null, activeFrom: UNKNOWN, activeTo: UNKNOWN },
};

type Rows = readonly EarlierRecord[];

function completeRecord(record: EarlierRecord): EarlierRecord {
  const added = ADDED[record['kind'] as string] ?? {};
  const complete = { ...record, ...added };
  if (record['kind'] === 'honor') return { ...complete, recipients: completeRecipients(record['recipients'] as Rows) };
  if (record['kind'] !== 'unit') return complete;
  return {
    ...complete,
    names: (record['names'] as Rows).map((name) => ({ ...name, from: UNKNOWN, to: UNKNOWN })),
    brands: (record['brands'] as Rows).map((brand) => ({ ...brand, since: UNKNOWN, summary: '' })),
  };
}

function completeRecipients(recipients: Rows): Rows {
  return recipients.map((recipient) => ({ ...recipient, unitPrinted: '', personId: null, role: '' }));
}

const NEW_KINDS = [
  'practice',
  'evaluation',
  'person',
  'programme',
  'unitChange',
  'link',
  'attachment',
  'photoGroup',
  'filingItem',
  'savedView',
  'rulebook',
];

type Counted = { readonly counts: Readonly<Record<string, number>> };

function countNewKinds<T extends Counted>(counted: T): T {
  return { ...counted, counts: { ...Object.fromEntries(NEW_KINDS.map((kind) => [kind, 0])), ...counted.counts } };
}

/** The complete records of the registry: the fields that were missing, and the kinds beside honours, plans, activities. */
export const completeRecords: Migration = {
  version: 2,
  stores: {
    practices: '&id',
    evaluations: '&id',
    people: '&id',
    programmes: '&id',
    unitChanges: '&id',
    links: '&id',
    attachments: '&id',
    photoGroups: '&id',
    filingItems: '&id',
    savedViews: '&id',
    rulebooks: '&id',
  },
  upgradeRecord: completeRecord,
  upgradeDatabase: async (transaction) => {
    const changeSets = transaction.table<{ readonly sequence: number; readonly changeSet: Counted }>('changeSets');
    const counted = (await changeSets.toArray()).map((row) => ({ ...row, changeSet: countNewKinds(row.changeSet) }));
    await changeSets.bulkPut(counted);
    const applied = transaction.table<Counted & { readonly key: string }>('applied');
    await applied.bulkPut((await applied.toArray()).map(countNewKinds));
  },
};
