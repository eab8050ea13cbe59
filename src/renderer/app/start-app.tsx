import type { ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { listenForLock } from '../archive/before-lock.ts';
import { openLiveRecords, type LiveRecords } from '../archive/live-records.ts';
import { openLiveSearch } from '../archive/live-search.ts';
import { openSession } from '../archive/open-session.ts';
import { AppRoot } from './app-root.tsx';
import { OpeningCheck } from './opening-check.tsx';
import { OpeningFailed } from './opening-failed.tsx';
import './app.css';

/** Opens the archive, then shows the window: the first thing painted is already usable. */
export async function startApp(): Promise<void> {
  const container = document.getElementById('root');
  if (!container) throw new Error('index.html has no #root.');
  const root = createRoot(container);
  listenForLock();
  try {
    root.render(await openWindow((checking) => root.render(checking)));
  } catch (error) {
    root.render(<OpeningFailed failure={{ code: 'unexpected', detail: String(error), canRebuild: false }} />);
  }
}

async function openWindow(show: (checking: ReactNode) => void): Promise<ReactNode> {
  const opening = await openSession((done, total) => show(<OpeningCheck done={done} total={total} />));
  if (!opening.ok) return <OpeningFailed failure={opening.failure} />;
  const { session } = opening;
  let records: LiveRecords;
  try {
    records = await openLiveRecords(session.archive.database);
  } catch (error) {
    // Damage in a row that no comparison at the start has looked at.
    const canRebuild = session.reconciliation.outcome !== 'new';
    return <OpeningFailed failure={{ code: 'unexpected', detail: String(error), canRebuild }} />;
  }
  const search = openLiveSearch(session.archive.database);
  records.onChange((changed) => search.take(changed, records.sequence()));
  return <AppRoot session={session} records={records} search={search} />;
}
