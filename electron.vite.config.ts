import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import { resolve } from 'node:path';

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
    plugins: [react()],
    worker: { format: 'es' },
    build: {
      rolldownOptions: { input: resolve('src/renderer/index.html') },
      target: 'chrome140',
      minify: true,
      chunkSizeWarningLimit: 4000,
    },
  },
});
