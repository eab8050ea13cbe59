import { createContext, useCallback, useContext, useMemo, useState, type ReactNode } from 'react';
import type { Settings } from '#contract/settings';
import { callMain } from './bridge.ts';
import type { LiveCorpus } from './live-corpus.ts';
import type { Session } from './open-session.ts';

/** What every screen may use: the open archive, its search corpus, and the office's settings. */
type SessionValue = Omit<Session, 'settings'> & {
  readonly live: LiveCorpus;
  readonly settings: Settings;
  readonly changeSettings: (change: Partial<Settings>) => Promise<boolean>;
};

const SessionContext = createContext<SessionValue | null>(null);

type SessionProviderProps = {
  readonly session: Session;
  readonly live: LiveCorpus;
  readonly onOperator: (operator: string) => void;
  readonly children: ReactNode;
};

export function SessionProvider({ session, live, onOperator, children }: SessionProviderProps) {
  const [settings, setSettings] = useState(session.settings);
  const changeSettings = useCallback(
    async (change: Partial<Settings>) => {
      const next = { ...settings, ...change };
      setSettings(next);
      onOperator(next.operator);
      return (await callMain('settings:write', next)).ok;
    },
    [settings, onOperator],
  );
  const value = useMemo(
    () => ({ ...session, live, settings, changeSettings }),
    [session, live, settings, changeSettings],
  );
  return <SessionContext value={value}>{children}</SessionContext>;
}

export function useSession(): SessionValue {
  const session = useContext(SessionContext);
  if (!session) throw new Error('No session around this component.');
  return session;
}
