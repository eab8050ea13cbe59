/** Work that is done one piece after the other. */
export type Turns = {
  /** Does it when all that was asked for before has ended, in whatever way. */
  readonly take: <T>(work: () => Promise<T>) => Promise<T>;
  /** Whether all that was asked for has ended. */
  readonly isIdle: () => boolean;
  /** Waits for what was asked for so far. */
  readonly end: () => Promise<unknown>;
};

export function takeTurns(): Turns {
  let last: Promise<unknown> = Promise.resolve();
  let waiting = 0;
  return {
    take: (work) => {
      waiting += 1;
      const turn = last.then(work, work).finally(() => (waiting -= 1));
      last = turn;
      return turn;
    },
    isIdle: () => waiting === 0,
    end: () => last,
  };
}
