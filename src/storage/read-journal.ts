import type { AppliedChangeSet } from './database.ts';
import type { JournalPort } from './journal-port.ts';
import { readChangeSet } from './read-change-set.ts';

/** The change sets of the journal behind a sequence number, in the present shape, some at a time. */
export async function* readJournal(journal: JournalPort, after: number): AsyncGenerator<readonly AppliedChangeSet[]> {
  let position = after;
  for (;;) {
    const entries = await journal.read(position);
    if (entries.length === 0) return;
    yield entries.map(({ sequence, hash, text }) => ({ sequence, hash, changeSet: readChangeSet(text) }));
    position = entries.at(-1)?.sequence ?? position;
  }
}

export async function readWholeJournal(journal: JournalPort): Promise<readonly AppliedChangeSet[]> {
  const all: AppliedChangeSet[] = [];
  for await (const changeSets of readJournal(journal, 0)) all.push(...changeSets);
  return all;
}
