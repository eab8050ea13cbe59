import type { ImportCommit } from '#domain/import/import-commit';
import type { EntryChoice, ImportChoices, MeantUnit } from '#domain/import/import-plan';
import { NO_CHOICES } from '#domain/import/plan-import';
import type { ArchiveRecord } from '#domain/records/archive-record';
import type { LiveRecords } from '../../archive/live-records.ts';
import { ImportEnded } from '../../jobs/start-import-worker.ts';
import type { BookView, KnownRecord } from '../../workers/import-messages.ts';
import { createDesk, type Desk, type ReadingTask } from './desk.ts';
import { AT_START, type ImportFault, type ImportResult, type ImportState, type Incoming } from './import-state.ts';
import { isKnownRecord } from './tell-archive.ts';

type Mended = readonly Readonly<Record<string, unknown>>[];

/** One import at a time, from the file to what became of it. It goes on while other screens are looked at. */
export type ImportStore = {
  readonly state: () => ImportState;
  readonly subscribe: (listener: () => void) => () => void;
  /** Opens the first at once when nothing is being looked over; the others wait. */
  readonly take: (incoming: readonly Incoming[]) => void;
  /** Gives up the present file; the archive is as it was. The next one that waits is opened. */
  readonly stop: () => void;
  /** Leaves what was done behind; what waits goes on waiting. */
  readonly startAnew: () => void;
  readonly forgetWaiting: () => void;
  readonly changeReading: (task: ReadingTask) => void;
  readonly plan: () => void;
  readonly backToTables: () => void;
  /** Decides about entries by their keys; null takes it back. */
  readonly choose: (keys: readonly string[], choice: EntryChoice | null) => void;
  /** Says what unit a name stands for; null: for one that is to be founded. */
  readonly link: (name: string, unit: MeantUnit | null) => void;
  /** Mends a rejected row by its key. */
  readonly mend: (key: string, fields: Mended) => void;
  /** Takes back all that was mended. */
  readonly mendNothing: () => void;
  /** Has done what is decided. @param carryOut answers null when it did not succeed; the file stays on the desk then */
  readonly commit: (
    onlySure: boolean,
    carryOut: (commit: ImportCommit) => Promise<ImportResult | null>,
  ) => Promise<void>;
};

type StoreTools = { readonly records: LiveRecords; readonly today: () => string };

/** What the store holds between one call and the next. */
type Held = StoreTools & {
  state: ImportState;
  readonly listeners: Set<() => void>;
  desk: Desk | null;
  book: BookView | null;
  choices: ImportChoices;
  /** What others changed while this import was being written; null at all other times. */
  missed: KnownRecord[] | null;
};

export function createImportStore(tools: StoreTools): ImportStore {
  const held: Held = {
    ...tools,
    state: AT_START,
    listeners: new Set(),
    desk: null,
    book: null,
    choices: NO_CHOICES,
    missed: null,
  };
  const { listeners } = held;
  tools.records.onChange((changed) => void followArchive(held, changed));
  return {
    state: () => held.state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    take: (incoming) => {
      set(held, { waiting: [...held.state.waiting, ...incoming] });
      const { at } = held.state.stage;
      if (at === 'start' || at === 'done') openNext(held);
    },
    stop: () => {
      clear(held, null);
      openNext(held);
    },
    startAnew: () => clear(held, null),
    forgetWaiting: () => set(held, { waiting: [] }),
    changeReading: (task) => void changeReading(held, task),
    plan: () => void replan(held),
    backToTables: () => {
      if (held.book) set(held, { stage: { at: 'tables', book: held.book, isBusy: false } });
    },
    choose: (keys, choice) => decide(held, { entries: put(held.choices.entries, keys, choice) }),
    link: (name, unit) => {
      decide(held, { units: put(held.choices.units, [name], unit) });
      void replan(held);
    },
    mend: (key, fields) => {
      decide(held, { mended: put(held.choices.mended, [key], fields) });
      void replan(held);
    },
    mendNothing: () => {
      decide(held, { mended: NO_CHOICES.mended });
      void replan(held);
    },
    commit: (onlySure, carryOut) => commit(held, onlySure, carryOut),
  };
}

function set(held: Held, next: Partial<ImportState>): void {
  held.state = { ...held.state, ...next };
  for (const listener of held.listeners) listener();
}

function giveUp(held: Held): void {
  held.desk?.end();
  held.desk = null;
  held.book = null;
  held.choices = NO_CHOICES;
}

function clear(held: Held, fault: ImportFault | null): void {
  giveUp(held);
  set(held, { stage: { at: 'start', fault } });
}

/** Does something with the present desk. One that was given up meanwhile is not heard any more. */
async function onDesk(held: Held, work: (desk: Desk, isPresent: () => boolean) => Promise<void>): Promise<void> {
  const { desk } = held;
  if (desk === null) return;
  try {
    await work(desk, () => held.desk === desk);
  } catch (error) {
    if (error instanceof ImportEnded || held.desk !== desk) return;
    clear(held, { code: 'broken', name: desk.name, detail: String(error) });
  }
}

function openNext(held: Held): void {
  const [next, ...rest] = held.state.waiting;
  if (!next) return;
  giveUp(held);
  const { name } = next;
  const desk = createDesk(next, {
    records: held.records,
    today: held.today(),
    onProgress: (progress) => {
      if (held.desk === desk) set(held, { stage: { at: 'reading', name, progress } });
    },
  });
  held.desk = desk;
  set(held, { waiting: rest, stage: { at: 'reading', name, progress: null } });
  void onDesk(held, async (_, isPresent) => {
    const opened = await desk.open();
    if (!isPresent()) return;
    if (!opened.ok) return clear(held, opened.error);
    held.book = opened.value;
    set(held, { stage: { at: 'tables', book: opened.value, isBusy: false } });
  });
}

function changeReading(held: Held, task: ReadingTask): Promise<void> {
  return onDesk(held, async (desk, isPresent) => {
    setBusy(held);
    const book = await desk.changeReading(task);
    if (!isPresent()) return;
    held.book = book;
    // What was decided about rows was decided about what they were read as.
    held.choices = NO_CHOICES;
    set(held, { stage: { at: 'tables', book, isBusy: false } });
  });
}

/** Plans anew by what is decided now. */
function replan(held: Held): Promise<void> {
  return onDesk(held, async (desk, isPresent) => {
    const { book } = held;
    if (book === null) return;
    setBusy(held);
    const { mended, units } = held.choices;
    const plan = await desk.plan(held.choices);
    // Something else was decided meanwhile: the plan that follows from it is under way.
    if (!isPresent() || held.choices.mended !== mended || held.choices.units !== units) return;
    const { page, count, rejected } = desk;
    const { choices } = held;
    const stage = { at: 'records', book, plan, questions: { page, count, rejected }, choices, isBusy: false } as const;
    set(held, { stage });
  });
}

function setBusy(held: Held): void {
  const { stage } = held.state;
  if (stage.at === 'tables' || stage.at === 'records') set(held, { stage: { ...stage, isBusy: true } });
}

function decide(held: Held, decided: Partial<ImportChoices>): void {
  const { stage } = held.state;
  if (stage.at !== 'records') return;
  held.choices = { ...held.choices, ...decided };
  set(held, { stage: { ...stage, choices: held.choices } });
}

function put<T>(map: ReadonlyMap<string, T>, keys: readonly string[], value: T | null): ReadonlyMap<string, T> {
  const next = new Map(map);
  for (const key of keys) {
    if (value === null) next.delete(key);
    else next.set(key, value);
  }
  return next;
}

function commit(
  held: Held,
  onlySure: boolean,
  carryOut: (commit: ImportCommit) => Promise<ImportResult | null>,
): Promise<void> {
  return onDesk(held, async (desk) => {
    setBusy(held);
    held.missed = [];
    const result = await carryOut(await desk.collect(held.choices, onlySure));
    const { missed } = held;
    held.missed = null;
    if (result !== null) {
      giveUp(held);
      return set(held, { stage: { at: 'done', name: desk.name, result } });
    }
    await desk.know(missed);
    await replan(held);
  });
}

/** The plan is one for the archive as it is, whoever changes it. */
function followArchive(held: Held, changed: readonly ArchiveRecord[]): Promise<void> {
  const news = changed.filter(isKnownRecord);
  if (news.length === 0) return Promise.resolve();
  if (held.missed !== null) {
    for (const record of news) held.missed.push(record);
    return Promise.resolve();
  }
  return onDesk(held, async (desk) => {
    await desk.know(news);
    if (held.state.stage.at === 'records') await replan(held);
  });
}
