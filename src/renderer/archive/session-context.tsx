import { createContext, useCallback, useContext, useMemo, useRef, useState, type ReactNode } from 'react';
import type { Settings } from '#contract/settings';
import { callMain } from './bridge.ts';
import type { LiveRecords } from './live-records.ts';
import type { LiveSearch } from './live-search.ts';
import type { Session } from './open-session.ts';

/** What every screen may use: the open archive, its records, the search over them, and the office's settings. */
type SessionValue = Omit<Session, 'settings'> & {
  readonly records: LiveRecords;
  readonly search: LiveSearch;
  readonly settings: Settings;
  /** Main refuses every change to the archive. */
  readonly isReadOnly: boolean;
  /** Applies at once; answers whether the change was also kept on disk. */
  readonly changeSettings: (change: Partial<Settings>) => Promise<boolean>;
};

const SessionContext = createContext<SessionValue | null>(null);

type SessionProviderProps = {
  readonly session: Session;
  readonly records: LiveRecords;
  readonly search: LiveSearch;
  readonly children: ReactNode;
};

export function SessionProvider({ session, records, search, children }: SessionProviderProps) {
  const [settings, setSettings] = useState(session.settings);
  // Two changes in a row, as when a screen is left, must build on each other before anything is rendered.
  const latest = useRef(settings);
  const changeSettings = useCallback(
    async (change: Partial<Settings>) => {
      latest.current = { ...latest.current, ...change };
      setSettings(latest.current);
      session.setOperator(latest.current.operator);
      try {
        return (await callMain('settings:write', latest.current)).ok;
      } catch {
        return false;
      }
    },
    [session],
  );
  const value = useMemo(
    () => ({
      ...session,
      records,
      search,
      settings,
      isReadOnly: session.info.readOnly || settings.readOnly,
      changeSettings,
    }),
    [session, records, search, settings, changeSettings],
  );
  return <SessionContext value={value}>{children}</SessionContext>;
}

export function useSession(): SessionValue {
  const session = useContext(SessionContext);
  if (!session) throw new Error('No session around this component.');
  return session;
}
