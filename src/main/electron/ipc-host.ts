import { BrowserWindow, ipcMain, type IpcMainInvokeEvent } from 'electron';
import * as v from 'valibot';
import { archiveContract, type Channel, type RequestOf, type ResponseOf } from '#contract/archive-contract';
import {
  preloadContract,
  type PreloadChannel,
  type PreloadRequestOf,
  type PreloadResponseOf,
} from '#contract/preload-contract';
import { APP_ORIGIN } from './app-protocol.ts';

/** Which window asks: dialogs belong to it, and what it has not saved is its own. */
export type Caller = { readonly id: number; readonly window: BrowserWindow | null };

type Handler<Request, Response> = (request: Request, caller: Caller) => Response | Promise<Response>;

export type ContractHandlers = {
  readonly [C in Channel]: Handler<RequestOf<C>, ResponseOf<C>>;
} & {
  readonly [C in PreloadChannel]: Handler<PreloadRequestOf<C>, PreloadResponseOf<C>>;
};

const LONGEST_REASON = 300;

const contract = { ...archiveContract, ...preloadContract };

/** The only place that listens to the renderer: each call's sender and request are checked before a handler runs. */
export function serveContract(handlers: ContractHandlers): void {
  for (const channel of Object.keys(contract) as (keyof ContractHandlers)[]) {
    serveChannel(channel, contract[channel].request, handlers[channel] as Handler<unknown, unknown>);
  }
}

function serveChannel(
  channel: string,
  schema: v.GenericSchema<unknown, unknown>,
  handler: Handler<unknown, unknown>,
): void {
  ipcMain.handle(channel, (event, request: unknown) => {
    if (!isOwnPage(event)) throw new Error(`${channel}: refused, the sender is not the application's page.`);
    // One reason is enough: a hostile request may be wrong in a million places, and the reason repeats what it holds.
    const parsed = v.safeParse(schema, request, { abortEarly: true });
    if (!parsed.success) throw new Error(`${channel}: refused, ${v.summarize(parsed.issues).slice(0, LONGEST_REASON)}`);
    return handler(parsed.output, { id: event.sender.id, window: BrowserWindow.fromWebContents(event.sender) });
  });
}

function isOwnPage(event: IpcMainInvokeEvent): boolean {
  const frame = event.senderFrame;
  // Only the top frame: `parent` is null there.
  return frame !== null && frame.parent === null && frame.origin === APP_ORIGIN;
}
