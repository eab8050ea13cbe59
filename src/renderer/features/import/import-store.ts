import type { ImportCommit } from '#domain/import/import-commit';
import type { EntryChoice, ImportChoices, MeantUnit } from '#domain/import/import-plan';
import { NO_CHOICES } from '#domain/import/plan-import';
import type { ArchiveRecord } from '#domain/records/archive-record';
import type { LiveRecords } from '../../archive/live-records.ts';
import { WorkerEnded } from '../../jobs/worker-port.ts';
import type { BookView, KnownRecord } from '../../workers/import-messages.ts';
import { isRowDecided, withPresentUnits, withValue } from './import-choices.ts';
import { createDesk, type Desk, type ReadingTask } from './desk.ts';
import {
  AT_START,
  type ImportFault,
  type ImportResult,
  type ImportState,
  type Incoming,
  type PlanQuestions,
} from './import-state.ts';
import { isKnownRecord } from './tell-archive.ts';

type Mended = readonly Readonly<Record<string, unknown>>[];

/** One import at a time, from the file to what became of it. It goes on while other screens are looked at. */
export type ImportStore = {
  readonly state: () => ImportState;
  readonly subscribe: (listener: () => void) => () => void;
  /** Opens the first at once when nothing is being looked over; the others wait. */
  readonly take: (incoming: readonly Incoming[]) => void;
  /** Whether giving up the present file would lose what a person has decided. */
  readonly isDecided: () => boolean;
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
  /** Counts what was asked for: an answer is shown only when nothing was asked for after it. */
  turn: number;
  /** The turn of the last plan. While it is the last turn, there is a plan to be kept up with the archive. */
  planTurn: number;
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
    turn: 0,
    planTurn: -1,
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
    isDecided: () => held.choices.units.size > 0 || isRowDecided(held.choices),
    stop: () => {
      if (held.missed !== null) return;
      clear(held, null);
      openNext(held);
    },
    startAnew: () => clear(held, null),
    forgetWaiting: () => set(held, { waiting: [] }),
    changeReading: (task) => void changeReading(held, task),
    plan: () => void replan(held),
    backToTables: () => {
      if (held.missed === null) showTables(held, ++held.turn);
    },
    choose: (keys, choice) => void decide(held, { entries: withValue(held.choices.entries, keys, choice) }),
    link: (name, unit) => {
      if (decide(held, { units: withValue(held.choices.units, [name], unit) })) void replan(held);
    },
    mend: (key, fields) => {
      if (decide(held, { mended: withValue(held.choices.mended, [key], fields) })) void replan(held);
    },
    mendNothing: () => {
      if (decide(held, { mended: NO_CHOICES.mended })) void replan(held);
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
  held.turn += 1;
}

function clear(held: Held, fault: ImportFault | null): void {
  giveUp(held);
  set(held, { stage: { at: 'start', fault } });
}

/** Does something with the present desk. One that was given up meanwhile is not heard any more. */
async function onDesk(held: Held, work: (desk: Desk, isOpen: () => boolean) => Promise<void>): Promise<void> {
  const { desk } = held;
  if (desk === null) return;
  try {
    await work(desk, () => held.desk === desk);
  } catch (error) {
    breakDown(held, desk, error);
  }
}

function breakDown(held: Held, desk: Desk, error: unknown): void {
  if (error instanceof WorkerEnded || held.desk !== desk) return;
  clear(held, { code: 'broken', name: desk.name, detail: String(error) });
}

/** What a screen asks by itself fails there too, but is told here: the screen only knows that no answer comes. */
function questionsOf(held: Held, desk: Desk): PlanQuestions {
  const heard = async <T>(answer: Promise<T>): Promise<T> => {
    try {
      return await answer;
    } catch (error) {
      breakDown(held, desk, error);
      throw error;
    }
  };
  return {
    page: (...asked) => heard(desk.page(...asked)),
    count: (...asked) => heard(desk.count(...asked)),
    rejected: () => heard(desk.rejected()),
  };
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
  void onDesk(held, async (_, isOpen) => {
    const opened = await desk.open();
    if (!isOpen()) return;
    if (!opened.ok) return clear(held, opened.error);
    held.book = opened.value;
    showTables(held, held.turn);
  });
}

function showTables(held: Held, turn: number): void {
  const { book } = held;
  if (book === null || held.turn !== turn) return;
  set(held, { stage: { at: 'tables', book, isBusy: false, isDecided: isRowDecided(held.choices) } });
}

function changeReading(held: Held, task: ReadingTask): Promise<void> {
  return onDesk(held, async (desk, isOpen) => {
    const turn = ++held.turn;
    // What was decided about rows was decided about what they were read as; a unit has its names all the same.
    held.choices = { ...NO_CHOICES, units: held.choices.units };
    setBusy(held);
    const book = await desk.changeReading(task);
    if (!isOpen()) return;
    held.book = book;
    showTables(held, turn);
  });
}

/** Plans anew by what is decided now. */
function replan(held: Held): Promise<void> {
  return onDesk(held, async (desk, isOpen) => {
    const turn = ++held.turn;
    held.planTurn = turn;
    setBusy(held);
    const isPresent = (id: string) => held.records.get(id)?.deletedAt === null;
    held.choices = { ...held.choices, units: withPresentUnits(held.choices.units, isPresent) };
    const asked = held.choices.entries;
    const plan = await desk.plan(held.choices);
    const { book } = held;
    if (!isOpen() || held.turn !== turn || book === null) return;
    const unfit = plan.unfit.filter((key) => held.choices.entries.get(key) === asked.get(key));
    const choices = { ...held.choices, entries: withValue(held.choices.entries, unfit, null) };
    held.choices = choices;
    const questions = questionsOf(held, desk);
    set(held, { stage: { at: 'records', book, plan, questions, choices, isBusy: false, isSaving: false } });
  });
}

function setBusy(held: Held): void {
  const { stage } = held.state;
  if (stage.at === 'tables' || stage.at === 'records') set(held, { stage: { ...stage, isBusy: true } });
}

/** Answers whether it could be decided: not while an import is being written. */
function decide(held: Held, decided: Partial<ImportChoices>): boolean {
  const { stage } = held.state;
  if (stage.at !== 'records' || stage.isSaving) return false;
  held.choices = { ...held.choices, ...decided };
  set(held, { stage: { ...stage, choices: held.choices } });
  return true;
}

async function commit(
  held: Held,
  onlySure: boolean,
  carryOut: (commit: ImportCommit) => Promise<ImportResult | null>,
): Promise<void> {
  const { stage } = held.state;
  // Somebody may press twice before the button is drawn anew.
  if (stage.at !== 'records' || stage.isBusy) return;
  set(held, { stage: { ...stage, isBusy: true, isSaving: true } });
  await onDesk(held, async (desk) => {
    const { result, missed } = await carryOutAlone(held, async () =>
      carryOut(await desk.collect(held.choices, onlySure)),
    );
    if (result !== null) {
      giveUp(held);
      return set(held, { stage: { at: 'done', name: desk.name, result } });
    }
    await desk.know(missed);
    await replan(held);
  });
}

/** Meanwhile the plan does not follow the archive: what changes is the import itself, and answered is what was missed. */
async function carryOutAlone<T>(held: Held, work: () => Promise<T>) {
  const missed: KnownRecord[] = [];
  held.missed = missed;
  try {
    return { result: await work(), missed };
  } finally {
    held.missed = null;
  }
}

/** The plan is one for the archive as it is, whoever changes it. */
function followArchive(held: Held, changed: readonly ArchiveRecord[]): Promise<void> {
  const news = changed.filter(isKnownRecord);
  if (news.length === 0) return Promise.resolve();
  if (held.missed !== null) {
    for (const record of news) held.missed.push(record);
    return Promise.resolve();
  }
  return onDesk(held, async (desk, isOpen) => {
    await desk.know(news);
    if (isOpen() && held.planTurn === held.turn) await replan(held);
  });
}
