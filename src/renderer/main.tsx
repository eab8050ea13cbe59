import { callMain } from './archive/bridge.ts';

// Main opens this page for a command, as a window, or from another origin while locked; each loads only what it needs.
if (location.host === 'lock') {
  const { startLock } = await import('./app/start-lock.tsx');
  await startLock();
} else if (location.search === '?command') {
  const [{ runCommand }, command] = await Promise.all([
    import('./features/command-line/run-command.ts'),
    callMain('command:take', null),
  ]);
  if (command) await runCommand(command);
} else {
  const { startApp } = await import('./app/start-app.tsx');
  await startApp();
}
