import { BrowserWindow, ipcMain, type IpcMainInvokeEvent } from 'electron';
import * as v from 'valibot';
import { archiveContract, type Channel, type RequestOf, type ResponseOf } from '#contract/archive-contract';
import {
  preloadContract,
  type PreloadChannel,
  type PreloadRequestOf,
  type PreloadResponseOf,
} from '#contract/preload-contract';
import { APP_ORIGIN, LOCK_ORIGIN } from './app-protocol.ts';

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

/** All that is answered while the archive is locked, and to the lock screen alone. */
const WHILE_LOCKED: ReadonlySet<string> = new Set<Channel>(['lock:state', 'lock:unlock']);

/**
 * The only place that listens to the renderer: each call's sender and request are checked before a handler runs. While
 * locked, whatever is not named above is refused, also what was asked before.
 *
 * @param lock answers at once; whatever else as soon as the archive is open
 */
export function serveContract(
  lock: Pick<ContractHandlers, 'lock:state' | 'lock:unlock'>,
  handlers: Promise<ContractHandlers>,
  isLocked: () => boolean,
): void {
  for (const channel of Object.keys(contract) as (keyof ContractHandlers)[]) {
    const handler = async (request: unknown, caller: Caller) => {
      // The others of the lock go the way of all, by what guards an archive that is read only.
      const answering: Partial<ContractHandlers> = WHILE_LOCKED.has(channel) ? lock : await handlers;
      return (answering[channel] as Handler<unknown, unknown>)(request, caller);
    };
    serveChannel(channel, contract[channel].request, handler, isLocked);
  }
}

function serveChannel(
  channel: string,
  schema: v.GenericSchema<unknown, unknown>,
  handler: Handler<unknown, unknown>,
  isLocked: () => boolean,
): void {
  const refuseWhileLocked = () => {
    if (isLocked() && !WHILE_LOCKED.has(channel)) throw new Error(`${channel}: refused, the archive is locked.`);
  };
  ipcMain.handle(channel, async (event, request: unknown) => {
    refuseWhileLocked();
    const home = isLocked() ? LOCK_ORIGIN : APP_ORIGIN;
    if (!isOwnPage(event, home)) throw new Error(`${channel}: refused, the sender is not the application's page.`);
    // One reason is enough: a hostile request may be wrong in a million places, and the reason repeats what it holds.
    const parsed = v.safeParse(schema, request, { abortEarly: true });
    if (!parsed.success) throw new Error(`${channel}: refused, ${v.summarize(parsed.issues).slice(0, LONGEST_REASON)}`);
    const caller = { id: event.sender.id, window: BrowserWindow.fromWebContents(event.sender) };
    const answer = await handler(parsed.output, caller);
    refuseWhileLocked();
    return answer;
  });
}

function isOwnPage(event: IpcMainInvokeEvent, origin: string): boolean {
  const frame = event.senderFrame;
  // Only the top frame: `parent` is null there.
  return frame !== null && frame.parent === null && frame.origin === origin;
}
