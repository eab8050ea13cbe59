/** `npm run rongdang -- <command>`: the same application and the same code, without a window (docs/command-line.md). */
import process from 'node:process';
import { fail, launch } from './launch.mjs';

launch(['--command', '--', ...process.argv.slice(2)]).then(({ code }) => process.exit(code), fail);
