/** `npm start`: opens the window. Arguments after `--` go to the application, e.g. `npm start -- --data DIR`. */
import process from 'node:process';
import { fail, launch } from './launch.mjs';

launch(process.argv.slice(2), { announce: true }).then(({ code }) => process.exit(code), fail);
