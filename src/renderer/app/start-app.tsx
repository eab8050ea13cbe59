import { createRoot } from 'react-dom/client';
import { openLiveCorpus } from '../archive/live-corpus.ts';
import { openSession } from '../archive/open-session.ts';
import { AppRoot } from './app-root.tsx';
import { OpeningFailed } from './opening-failed.tsx';
import './app.css';

/** Opens the archive, then shows the window: the first thing painted is already usable. */
export async function startApp(): Promise<void> {
  const container = document.getElementById('root');
  if (!container) throw new Error('index.html has no #root.');
  let operator = '';
  const opening = await openSession(() => operator);
  const root = createRoot(container);
  if (!opening.ok) {
    root.render(<OpeningFailed failure={opening.failure} />);
    return;
  }
  const live = await openLiveCorpus(opening.session.archive.database);
  root.render(<AppRoot session={opening.session} live={live} onOperator={(name) => (operator = name)} />);
}
