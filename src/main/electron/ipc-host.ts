import { ipcMain, type IpcMainInvokeEvent } from 'electron';
import * as v from 'valibot';
import { archiveContract, type Channel, type RequestOf, type ResponseOf } from '#contract/archive-contract';
import { APP_ORIGIN } from './app-protocol.ts';

export type ContractHandlers = {
  readonly [C in Channel]: (request: RequestOf<C>) => ResponseOf<C> | Promise<ResponseOf<C>>;
};

/** The only place that listens to the renderer: each call's sender and request are checked before a handler runs. */
export function serveContract(handlers: ContractHandlers): void {
  for (const channel of Object.keys(archiveContract) as Channel[]) serveChannel(channel, handlers[channel]);
}

function serveChannel<C extends Channel>(channel: C, handler: ContractHandlers[C]): void {
  ipcMain.handle(channel, (event, request: unknown) => {
    if (!isOwnPage(event)) throw new Error(`${channel}: refused, the sender is not the application's page.`);
    const parsed = v.safeParse(archiveContract[channel].request, request);
    if (!parsed.success) throw new Error(`${channel}: refused, ${v.summarize(parsed.issues)}`);
    return handler(parsed.output);
  });
}

function isOwnPage(event: IpcMainInvokeEvent): boolean {
  const frame = event.senderFrame;
  // Only the top frame: `parent` is null there.
  return frame !== null && frame.parent === null && frame.origin === APP_ORIGIN;
}
