import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Plugin } from 'vite';

/**
 * What pdf.js fetches while it shows a file: character maps for Chinese fonts that are not embedded, the standard
 * fonts, and its decoders for scans (JBIG2, JPEG 2000) as scripts, since the page's policy allows no WebAssembly.
 */
function pdfResources(): Plugin {
  const source = resolve('node_modules/pdfjs-dist');
  const isWanted = (folder: string, name: string) =>
    folder !== 'wasm' || /nowasm|LICENSE_.*(?:JBIG2|OPENJPEG)/.test(name);
  return {
    name: 'pdf-resources',
    generateBundle() {
      for (const folder of ['cmaps', 'standard_fonts', 'wasm']) {
        for (const name of readdirSync(join(source, folder)).filter((each) => isWanted(folder, each))) {
          const fileName = `pdfjs/${folder}/${name}`;
          this.emitFile({ type: 'asset', fileName, source: readFileSync(join(source, folder, name)) });
        }
      }
    },
  };
}

/**
 * The interface kit inserts a few style sheets without the nonce that it was given: those that measure a table's scroll
 * bar and that hold the page still behind a dialog. The policy refuses them, with an error in the console each time. All
 * its sheets are made in one place, where the page's nonce is put in.
 */
function nonceForEverySheet(): Plugin {
  const given = 'if (csp?.nonce) {';
  return {
    name: 'nonce-for-every-sheet',
    transform(code, id) {
      if (!/@rc-component[\\/]util[\\/]es[\\/]Dom[\\/]dynamicCSS\.js/.test(id)) return null;
      if (!code.includes(given)) this.error('The interface kit makes its style sheets in another way now.');
      const fallback = `styleNode.nonce = document.querySelector('meta[name="csp-nonce"]')?.nonce ?? '';`;
      return { code: code.replace(given, `${fallback}\n  ${given}`), map: null };
    },
  };
}

/** One bundle per host; everything except Electron itself is inlined, so the package carries no node_modules. */
export default defineConfig({
  main: {
    build: { rolldownOptions: { input: { index: resolve('src/main/index.ts') } }, externalizeDeps: false },
  },
  preload: {
    build: {
      // A sandboxed preload can only be a single CommonJS file.
      rolldownOptions: {
        input: { index: resolve('src/preload/index.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
      externalizeDeps: false,
    },
  },
  renderer: {
    root: 'src/renderer',
    base: './',
    plugins: [react(), pdfResources(), nonceForEverySheet()],
    worker: { format: 'es' },
    build: {
      rolldownOptions: { input: resolve('src/renderer/index.html') },
      target: 'chrome140',
      minify: true,
      chunkSizeWarningLimit: 4000,
    },
  },
});
