import { contextBridge, ipcRenderer, webUtils } from 'electron';
import { archiveContract, type ArchiveBridge, type Channel, type RequestOf } from '#contract/archive-contract';
import { LARGEST_PASTED, type Offered } from '#contract/attachment-contract';
import type { PreloadRequestOf } from '#contract/preload-contract';

let prepareForLock = () => Promise.resolve();

ipcRenderer.on('lock:coming', () => {
  const isReady = () => ipcRenderer.invoke('lock:ready', null);
  void prepareForLock().then(isReady, isReady);
});

const bridge: ArchiveBridge = {
  call: (channel, request) => {
    if (!Object.hasOwn(archiveContract, channel)) return Promise.reject(new Error(`No such channel: ${channel}`));
    return ipcRenderer.invoke(channel, request);
  },
  offerFile,
  onLocking: (listener) => {
    prepareForLock = listener;
  },
};

/** A dropped or chosen file goes by its path, which only the browser can tell; what was pasted goes by its bytes. */
async function offerFile(file: object): Promise<Offered> {
  // The bridge gives the preload a `File` of its own world: nothing of the page's runs when it is read here.
  if (!(file instanceof File)) throw new TypeError('Not a file');
  const path = webUtils.getPathForFile(file);
  if (path !== '') return invoke('attachments:offer-path', { path });
  if (file.size > LARGEST_PASTED) return { ok: false, code: 'too-large', detail: `${file.size} bytes` };
  const bytes = await file.arrayBuffer().catch((error: unknown) => String(error));
  if (typeof bytes === 'string') return { ok: false, code: 'source-unreadable', detail: bytes };
  return invoke('attachments:offer-bytes', { name: file.name, bytes: new Uint8Array(bytes) });
}

function invoke(
  channel: 'attachments:offer-path',
  request: PreloadRequestOf<'attachments:offer-path'>,
): Promise<Offered>;
function invoke<C extends Channel>(channel: C, request: RequestOf<C>): Promise<Offered>;
function invoke(channel: string, request: unknown): Promise<Offered> {
  return ipcRenderer.invoke(channel, request) as Promise<Offered>;
}

contextBridge.exposeInMainWorld('rongdang', bridge);
