import { useCallback, useEffect, useState } from 'react';
import type { ResponseOf } from '#contract/archive-contract';
import { callMain } from '../../archive/bridge.ts';
import { useSession } from '../../archive/session-context.tsx';
import { expectedHashes } from './fixity-problems.ts';

export type FixityState = ResponseOf<'fixity:state'>;
export type FixityReport = NonNullable<ResponseOf<'fixity:report'>>;

const LOOK_AGAIN_MS = 400;

/** The check of all attachments: how far it is, what the last one found, starting and stopping it. */
export function useFixity() {
  const { records } = useSession();
  const [state, setState] = useState<FixityState | null>(null);
  const [report, setReport] = useState<FixityReport | null>(null);
  const isRunning = state?.status === 'running';
  const look = useCallback(async () => {
    const [now, kept] = await Promise.all([callMain('fixity:state', null), callMain('fixity:report', null)]);
    setState(now);
    setReport(now.status === 'done' ? now.report : kept);
  }, []);
  useEffect(() => {
    const first = setTimeout(() => void look(), 0);
    // A check that another window or the background has started is shown here too.
    const timer = setInterval(() => void look(), isRunning ? LOOK_AGAIN_MS : 5 * LOOK_AGAIN_MS);
    return () => {
      clearTimeout(first);
      clearInterval(timer);
    };
  }, [look, isRunning]);
  return {
    state,
    report,
    start: async (): Promise<boolean> => {
      const hasStarted = await callMain('fixity:start', { expected: expectedHashes(records), gentle: false });
      await look();
      return hasStarted;
    },
    cancel: async () => {
      await callMain('fixity:cancel', null);
      await look();
    },
  };
}
