import { readLedgerFile } from '#formats/ledger-file/read-ledger-file';
import type { ReadReply, ReadRequest } from './read-messages.ts';

/** Reads one file. A worker is used for one file and ended, so that what a hostile one took is given back. */
self.addEventListener('message', ({ data }: MessageEvent<ReadRequest>) => {
  readLedgerFile(data.bytes, data.name)
    .then((result) => post({ type: 'read', result }))
    .catch((error: unknown) => post({ type: 'failed', message: String(error) }));
});

function post(reply: ReadReply): void {
  self.postMessage(reply);
}
