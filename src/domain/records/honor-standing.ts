import type { Honor } from './honor.ts';

/** What ended an honour or took it back; whatever is written below it, such as 恢复, has undone that. */
const ENDING: ReadonlySet<string> = new Set(['撤销', '自动终止']);

/** Whether an honour is held no more. Later events stand below earlier ones. */
export function hasEnded(honor: Pick<Honor, 'statusEvents'>): boolean {
  return ENDING.has(lastEvent(honor));
}

/** Whether an honour was taken back. One that merely ran out was won all the same. */
export function isRevoked(honor: Pick<Honor, 'statusEvents'>): boolean {
  return lastEvent(honor) === '撤销';
}

function lastEvent({ statusEvents }: Pick<Honor, 'statusEvents'>): string {
  return statusEvents.at(-1)?.event ?? '';
}
