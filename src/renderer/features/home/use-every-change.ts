import { useEffect, useReducer } from 'react';
import { useSession } from '../../archive/session-context.tsx';

/** Renders anew after every change of the archive, for what looks at records of every kind. */
export function useEveryChange(): void {
  const { records } = useSession();
  const [, render] = useReducer((count: number) => count + 1, 0);
  useEffect(() => records.onChange(render), [records]);
}
