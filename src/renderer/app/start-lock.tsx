import { createRoot } from 'react-dom/client';
import { callMain } from '../archive/bridge.ts';
import { LockScreen } from '../features/lock/lock-screen.tsx';
import { Themed } from './themed.tsx';
import './app.css';

/** Shows the lock screen, which knows nothing of the archive. */
export async function startLock(): Promise<void> {
  const container = document.getElementById('root');
  if (!container) throw new Error('index.html has no #root.');
  const state = await callMain('lock:state', null);
  createRoot(container).render(
    <Themed theme={state.theme}>
      <LockScreen isDamaged={state.isDamaged} isSealed={state.isSealed} waitMs={state.waitMs} />
    </Themed>,
  );
}
