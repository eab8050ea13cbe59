import { useMemo } from 'react';
import type { QueryContext } from '#domain/search/query/query-context';
import { createQueryContext } from './query-context.ts';
import { useUnitDirectory } from './use-unit-directory.ts';

export function useQueryContext(): QueryContext {
  const units = useUnitDirectory();
  return useMemo(() => createQueryContext(units), [units]);
}
