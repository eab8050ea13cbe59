import { liveQuery } from 'dexie';
import type { AppliedChangeSet, ArchiveDatabase } from './database.ts';

/** Hands over every change set committed from now on, in order and once, whichever window made it. */
export function watchChanges(
  database: ArchiveDatabase,
  after: number,
  onChangeSets: (applied: readonly AppliedChangeSet[]) => void,
): () => void {
  let sequence = after;
  const watched = liveQuery(() => database.changeSets.where('sequence').above(sequence).sortBy('sequence'));
  const subscription = watched.subscribe((found) => {
    const news = found.filter((applied) => applied.sequence > sequence);
    sequence = news.at(-1)?.sequence ?? sequence;
    if (news.length > 0) onChangeSets(news);
  });
  return () => subscription.unsubscribe();
}
