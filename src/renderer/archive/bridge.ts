import * as v from 'valibot';
import {
  archiveContract,
  type ArchiveBridge,
  type Channel,
  type RequestOf,
  type ResponseOf,
} from '#contract/archive-contract';

declare global {
  // Only an interface merges with the one that is there.
  // oxlint-disable-next-line typescript/consistent-type-definitions
  interface Window {
    readonly rongdang: ArchiveBridge;
  }
}

/** Calls main and checks the answer, so that its type holds at run time too. */
export async function callMain<C extends Channel>(channel: C, request: RequestOf<C>): Promise<ResponseOf<C>> {
  const answer: unknown = await window.rongdang.call(channel, request);
  return v.parse(archiveContract[channel].response, answer) as ResponseOf<C>;
}
