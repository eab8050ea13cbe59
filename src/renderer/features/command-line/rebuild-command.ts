import { refuse, succeed, type Result } from '#domain/result';
import { rebuildFromJournal } from '#storage/rebuild-from-journal';
import { callMain } from '../../archive/bridge.ts';
import { openSession, type Opening } from '../../archive/open-session.ts';
import type { Answer, Refusal, UnopenedCommandDefinition } from './command.ts';
import { messages } from './messages.ts';
import { openingRefusal } from './opening-refusal.ts';

/**
 * Makes the working copy anew from the journal and says of how many change sets. The archive is opened first, so that
 * what only the working copy has is written into the journal before it goes. Refused when the journal is damaged.
 */
export const rebuild: UnopenedCommandDefinition = {
  options: [],
  arguments: 0,
  runUnopened: async () => {
    const opening = await openOrClear();
    if (!opening.ok) return refuse(openingRefusal(opening.failure));
    const { archive, reconciliation } = opening.session;
    if (reconciliation.outcome === 'rebuilt') return rebuilt(reconciliation.changeSets);
    const state = await callMain('journal:state', null);
    if (state.status === 'damaged') throw new Error('a journal that was whole is damaged now');
    return rebuilt(await rebuildFromJournal(archive, state.archiveId, state.head));
  },
};

/** A working copy that keeps the archive from opening is put aside as files; the next opening finds it empty. */
async function openOrClear(): Promise<Opening> {
  const opening = await openSession();
  if (opening.ok || opening.failure.code !== 'unexpected' || !opening.failure.canRebuild) return opening;
  await callMain('store:clear', null);
  return openSession();
}

function rebuilt(changeSets: number): Result<Answer, Refusal> {
  return succeed({ json: { ok: true, changeSets }, text: messages.rebuilt(changeSets) });
}
