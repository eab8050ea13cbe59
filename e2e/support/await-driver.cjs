/**
 * Loaded into Electron before the application (`electron -r`): holds it back until Playwright is attached and calls
 * `__playwright_run`. Playwright does so by itself only for an Electron that it finds by itself. Without it a window that
 * is opened in the moment of attaching is never reported, about once in fifty starts on a busy machine, and the test
 * waits for it in vain.
 */
const { app } = require('electron');

const ready = app.whenReady();
const emit = app.emit.bind(app);
/** @type {readonly unknown[] | null} */
let heldBack = null;
let isReady = false;
/** @type {(value?: unknown) => void} */
let release = () => {};
const released = new Promise((resolve) => {
  release = resolve;
});

app.emit = (/** @type {string} */ event, /** @type {readonly unknown[]} */ ...values) => {
  if (event !== 'ready' || isReady) return emit(event, ...values);
  heldBack = values;
  return app.listenerCount('ready') > 0;
};
app.isReady = () => isReady;
app.whenReady = () => /** @type {Promise<void>} */ (released);

Reflect.set(globalThis, '__playwright_run', async () => {
  await ready;
  isReady = true;
  release();
  if (heldBack) emit('ready', ...heldBack);
});
