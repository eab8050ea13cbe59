/** Work that is done bit by bit, so that something else may be done in between; each step takes some milliseconds. */
export type Steps<T> = Generator<undefined, T, undefined>;

export function finishSteps<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}
