import { useEffect, useSyncExternalStore } from 'react';
import * as v from 'valibot';
import { LEDGER_KINDS, type LedgerKind } from '#domain/records/record-base';
import { callMain } from './bridge.ts';

/** The content of a form that was not saved, kept so that a crash does not take it. */
export type DraftContent = {
  readonly kind: LedgerKind;
  /** The record that was edited and the revision that it had then; null for a new one. */
  readonly id: string | null;
  readonly revision: number | null;
  readonly values: Readonly<Record<string, unknown>>;
  /** What stood in the form when it was opened, to be compared with what others save meanwhile. */
  readonly base: Readonly<Record<string, unknown>>;
  /** When it was typed, an ISO 8601 instant. */
  readonly at: string;
};

export type FormDraft = DraftContent & {
  readonly key: string;
  /** It is being typed in another window that is still open. */
  readonly inOtherWindow: boolean;
};

const values = v.record(v.string(), v.unknown());
const contentSchema: v.GenericSchema<unknown, DraftContent> = v.object({
  kind: v.picklist(LEDGER_KINDS),
  id: v.nullable(v.string()),
  revision: v.nullable(v.number()),
  values,
  base: values,
  at: v.pipe(v.string(), v.isoTimestamp()),
});

/** What main kept under a key, or null when it is no draft of a form that there is. */
export function readDraftText(text: string): DraftContent | null {
  try {
    const read = v.safeParse(contentSchema, JSON.parse(text));
    return read.success ? read.output : null;
  } catch {
    return null;
  }
}

/** What a draft is called in a list: its title, as far as one was typed. */
export function draftTitle({ values: { title } }: Pick<DraftContent, 'values'>): string {
  return typeof title === 'string' ? title.trim() : '';
}

let drafts: readonly FormDraft[] = [];
/** How often this window has kept or dropped one: a list that main drew up before that is out of date. */
let ownChanges = 0;
const listeners = new Set<() => void>();

function show(next: readonly FormDraft[]): void {
  drafts = next;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

async function refresh(): Promise<void> {
  const before = ownChanges;
  // Without the list nothing is offered; what is kept stays kept.
  const listed = await callMain('drafts:list', null).catch(() => null);
  if (listed === null || before !== ownChanges) return;
  const read = listed.flatMap(({ key, text, inOtherWindow }) => {
    const content = readDraftText(text);
    return content ? [{ ...content, key, inOtherWindow }] : [];
  });
  show(read);
}

/** All drafts of forms, the latest first; read anew whenever the window comes to the front, for there may be others. */
export function useDrafts(): readonly FormDraft[] {
  useEffect(() => {
    const read = () => void refresh();
    read();
    addEventListener('focus', read);
    return () => removeEventListener('focus', read);
  }, []);
  return useSyncExternalStore(subscribe, () => drafts);
}

/** Keeps a draft on disk; answers whether it is there. */
export async function keepDraft(key: string, content: DraftContent): Promise<boolean> {
  ownChanges += 1;
  show([{ ...content, key, inOtherWindow: false }, ...drafts.filter((draft) => draft.key !== key)]);
  const kept = await callMain('drafts:keep', { key, text: JSON.stringify(content) }).catch(() => null);
  return kept?.ok === true;
}

/** Forgets a draft: it was saved, or somebody has given it up. */
export async function dropDraft(key: string): Promise<void> {
  ownChanges += 1;
  show(drafts.filter((draft) => draft.key !== key));
  // One that stays by a fault is offered again, which is better than one that is lost.
  await callMain('drafts:drop', { key }).catch(() => null);
}
