import { useMemo } from 'react';
import { createAuthorities } from '#domain/records/authorities';
import type { Authorities } from '#domain/records/build-record';
import { useRecords, useRulebook } from './use-records.ts';
import { useUnitDirectory } from './use-unit-directory.ts';

/** What records are made with, as the archive is now: for what a form derives before it is saved. */
export function useAuthorities(): Authorities {
  const units = useUnitDirectory();
  const people = useRecords('person');
  const programmes = useRecords('programme');
  const rulebook = useRulebook();
  return useMemo(
    () => createAuthorities({ units, people, programmes, rulebook }),
    [units, people, programmes, rulebook],
  );
}
