import { contextBridge, ipcRenderer } from 'electron';
import { archiveContract, type ArchiveBridge } from '#contract/archive-contract';

const bridge: ArchiveBridge = {
  call: (channel, request) => {
    if (!Object.hasOwn(archiveContract, channel)) return Promise.reject(new Error(`No such channel: ${channel}`));
    return ipcRenderer.invoke(channel, request);
  },
};

contextBridge.exposeInMainWorld('rongdang', bridge);
