import { App as AntApp } from 'antd';
import { useEffect } from 'react';
import type { LiveRecords } from '../archive/live-records.ts';
import type { LiveSearch } from '../archive/live-search.ts';
import type { Session } from '../archive/open-session.ts';
import { SessionProvider, useSession } from '../archive/session-context.tsx';
import { ArchiveActionsProvider } from '../archive/use-archive-actions.tsx';
import { ImportProvider } from '../features/import/use-import.tsx';
import { SearchStateProvider } from '../features/search/search-state.tsx';
import { NavigationProvider } from '../navigation/navigation.tsx';
import { ErrorBoundary } from './error-boundary.tsx';
import { messages } from './messages.ts';
import { RestoredReport } from './restored-report.tsx';
import { Shell } from './shell.tsx';
import { Themed } from './themed.tsx';

type AppRootProps = {
  readonly session: Session;
  readonly records: LiveRecords;
  readonly search: LiveSearch;
};

export function AppRoot({ session, records, search }: AppRootProps) {
  return (
    <SessionProvider session={session} records={records} search={search}>
      <ThemedApp />
    </SessionProvider>
  );
}

function ThemedApp() {
  const { settings } = useSession();
  return (
    <Themed theme={settings.theme}>
      <NavigationProvider>
        <ArchiveActionsProvider>
          <SearchStateProvider>
            <ImportProvider>
              <ErrorBoundary>
                <OpeningReport />
                <RestoredReport />
                <Shell />
              </ErrorBoundary>
            </ImportProvider>
          </SearchStateProvider>
        </ArchiveActionsProvider>
      </NavigationProvider>
    </Themed>
  );
}

/** Tells once what the comparison of journal and working copy found, when it found anything. */
function OpeningReport() {
  const { notification } = AntApp.useApp();
  const { reconciliation, tornTail } = useSession();
  useEffect(() => {
    const lines = [
      ...reconciliationLines(reconciliation),
      ...(tornTail ? [messages.reconciled.tornTail(tornTail)] : []),
    ];
    if (lines.length === 0) return;
    notification.info({ key: 'opening', title: messages.name, description: lines.join(' '), duration: 12 });
  }, [notification, reconciliation, tornTail]);
  return null;
}

function reconciliationLines(found: Session['reconciliation']): readonly string[] {
  switch (found.outcome) {
    case 'new':
    case 'in-step':
      return [];
    case 'replayed':
    case 'rejournaled':
      return [messages.reconciled[found.outcome](found.changeSets)];
    case 'rebuilt':
      return [
        messages.reconciled.rebuilt(found.changeSets, found.reason),
        ...(found.asideAt ? [messages.reconciled.aside(found.asideAt)] : []),
      ];
    case 'salvaged':
      return [messages.reconciled.salvaged(found.records), messages.reconciled.aside(found.asideAt)];
  }
}
