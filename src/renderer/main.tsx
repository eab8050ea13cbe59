import { callMain } from './archive/bridge.ts';
import { runCommand } from './features/command-line/run-command.ts';

const command = await callMain('command:take', null);
if (command) await runCommand(command);
else await import('./app/start-app.tsx').then(({ startApp }) => startApp());
