import { useCallback, useEffect, useState } from 'react';
import type { ResponseOf } from '#contract/archive-contract';
import { callMain } from '../../archive/bridge.ts';
import { readLastSave, type LastSave } from '../../archive/read-last-save.ts';

/** What can be told about the safety of an archive, as it was found at `at`. */
export type SafetyFacts = {
  readonly at: string;
  readonly lastSave: LastSave | null;
  readonly inspection: ResponseOf<'journal:inspect'>;
  readonly health: ResponseOf<'health:read'>;
  readonly fixity: ResponseOf<'fixity:report'>;
  readonly backups: ResponseOf<'backups:list'>;
};

/** Reads the journal from the disk again each time it is asked to. */
export function useSafetyFacts() {
  const [facts, setFacts] = useState<SafetyFacts | null>(null);
  const reload = useCallback(async () => setFacts(await readFacts()), []);
  useEffect(() => {
    void readFacts().then(setFacts);
  }, []);
  return { facts, reload };
}

async function readFacts(): Promise<SafetyFacts> {
  const [state, inspection, health, fixity, backups] = await Promise.all([
    callMain('journal:state', null),
    callMain('journal:inspect', null),
    callMain('health:read', null),
    callMain('fixity:report', null),
    callMain('backups:list', null),
  ]);
  const lastSave = state.status === 'intact' ? await readLastSave(state.head.sequence) : null;
  return { at: new Date().toISOString(), lastSave, inspection, health, fixity, backups };
}
