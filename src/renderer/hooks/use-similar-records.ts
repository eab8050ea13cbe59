import { useDeferredValue, useMemo, useSyncExternalStore } from 'react';
import { countingYear } from '#domain/dates/fuzzy-date';
import {
  createSimilarityIndex,
  type SimilarEntry,
  type SimilarityIndex,
  type SimilarityQuery,
} from '#domain/duplicates/similar-titles';
import { isLedgerRecord, recordDate, type LedgerRecord } from '#domain/records/archive-record';
import type { LedgerKind } from '#domain/records/record-base';
import { bodiesOf } from '#domain/records/record-fields';
import type { LiveRecords } from '../archive/live-records.ts';

type KindIndex = {
  /** Null while it is being drawn up. */
  readonly ready: () => SimilarityIndex | null;
  /** Goes up with every change. */
  readonly version: () => number;
  readonly onChange: (listener: () => void) => () => void;
};

/** One index for each kind of an open archive, drawn up when a form of that kind is first opened. */
const indexes = new WeakMap<LiveRecords, Map<LedgerKind, KindIndex>>();

/** How long drawing up an index may keep the window from answering. */
const SLICE_MS = 6;
const SHORTEST_TITLE = 2;

/** Records that may already say what is being typed; empty until a title is long enough to tell. */
export function useSimilarRecords(records: LiveRecords, query: SimilarityQuery): readonly SimilarEntry[] {
  const kind = query.kind as LedgerKind;
  const index = useMemo(() => indexOf(records, kind), [records, kind]);
  const version = useSyncExternalStore(index.onChange, index.version);
  // What is found must not hold up the next letter.
  const asked = useDeferredValue(JSON.stringify(query));
  return useMemo(() => {
    const parsed = JSON.parse(asked) as SimilarityQuery;
    const ready = version >= 0 && parsed.title.trim().length >= SHORTEST_TITLE ? index.ready() : null;
    return ready?.query(parsed) ?? [];
  }, [asked, index, version]);
}

function indexOf(records: LiveRecords, kind: LedgerKind): KindIndex {
  const ofArchive = indexes.get(records) ?? new Map<LedgerKind, KindIndex>();
  indexes.set(records, ofArchive);
  const known = ofArchive.get(kind);
  if (known) return known;
  const created = createKindIndex(records, kind);
  ofArchive.set(kind, created);
  return created;
}

function createKindIndex(records: LiveRecords, kind: LedgerKind): KindIndex {
  const index = createSimilarityIndex();
  const listeners = new Set<() => void>();
  let version = 0;
  let isReady = false;
  const tell = () => {
    version += 1;
    for (const listener of listeners) listener();
  };
  const put = (record: LedgerRecord) => {
    if (record.deletedAt === null) index.add(entryOf(record));
    else index.remove(record.id);
  };
  const waiting = records.list(kind) as readonly LedgerRecord[];
  let next = 0;
  const fill = () => {
    const end = performance.now() + SLICE_MS;
    while (next < waiting.length && performance.now() < end) {
      // What has changed while it was waiting is put in by its latest state.
      const record = records.get(waiting[next]?.id ?? '');
      if (record && isLedgerRecord(record)) put(record);
      next += 1;
    }
    if (next < waiting.length) return void setTimeout(fill);
    isReady = true;
    tell();
  };
  records.onChange((changed) => {
    for (const record of changed) if (record.kind === kind) put(record);
    if (isReady) tell();
  });
  setTimeout(fill);
  return {
    ready: () => (isReady ? index : null),
    version: () => version,
    onChange: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

function entryOf(record: LedgerRecord) {
  return {
    id: record.id,
    kind: record.kind,
    title: record.title,
    year: countingYear(recordDate(record)),
    bodies: distinguishingBodies(record),
  };
}

/** Honours of one title go to many recipients, all by the same awarding body: only the recipients tell them apart. */
function distinguishingBodies(record: LedgerRecord): readonly string[] {
  const named = record.kind === 'honor' ? record.recipients : bodiesOf(record);
  return named.map(({ printed }) => printed);
}
