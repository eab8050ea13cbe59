/** What is read and written with one call; a file up to this size is read as a whole. */
export const BUFFER_BYTES = 2 * 1024 * 1024;

/** Long enough to pass from one file to the next, short enough not to keep the memory of an import all day. */
const KEEP_MS = 10_000;

const free: Buffer[] = [];
let lent = 0;
let forgetting: NodeJS.Timeout | null = null;

/**
 * Lends buffers for as long as the work takes. They are used again and again: new memory for every file was measured
 * to cost four times as much as reading, hashing and flushing the file.
 */
export async function withBuffers<T>(count: number, work: (buffers: readonly Buffer[]) => Promise<T>): Promise<T> {
  const buffers = Array.from({ length: count }, () => free.pop() ?? Buffer.allocUnsafeSlow(BUFFER_BYTES));
  lent += 1;
  try {
    return await work(buffers);
  } finally {
    free.push(...buffers);
    lent -= 1;
    if (lent === 0) forgetLater();
  }
}

function forgetLater(): void {
  if (forgetting) clearTimeout(forgetting);
  forgetting = setTimeout(() => {
    if (lent === 0) free.length = 0;
  }, KEEP_MS).unref();
}
