/** Source of the project as one module that plain Node runs. */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';
import { cacheRoot, projectRoot } from '../scripts/electron-runtime.mjs';

/** @param {string} entry name of a TypeScript file of this folder, without its ending @returns {Promise<string>} the bundle's address */
export async function bundleForNode(entry) {
  const outDir = join(cacheRoot, `bench-${entry}`);
  await build({
    root: projectRoot,
    configFile: false,
    logLevel: 'error',
    ssr: { noExternal: true },
    build: {
      ssr: true,
      outDir,
      minify: false,
      target: 'node20',
      rolldownOptions: {
        input: join(projectRoot, 'bench', `${entry}.ts`),
        output: { entryFileNames: `${entry}.mjs` },
      },
    },
  });
  return pathToFileURL(join(outDir, `${entry}.mjs`)).href;
}
