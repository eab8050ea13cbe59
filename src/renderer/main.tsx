import { callMain } from './archive/bridge.ts';

// Main opens this page for a command or as a window; each loads only what it needs.
if (location.search === '?command') {
  const [{ runCommand }, command] = await Promise.all([
    import('./features/command-line/run-command.ts'),
    callMain('command:take', null),
  ]);
  if (command) await runCommand(command);
} else {
  const { startApp } = await import('./app/start-app.tsx');
  await startApp();
}
