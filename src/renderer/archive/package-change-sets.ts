import type { ResponseOf } from '#contract/archive-contract';
import { callMain } from './bridge.ts';

/** Reading a package failed in the middle; the code is main's. */
export class PackageReadError extends Error {
  override readonly name = 'PackageReadError';
  readonly failure: Extract<ResponseOf<'package:journal'>, { ok: false }>;

  constructor(failure: PackageReadError['failure']) {
    super(failure.detail);
    this.failure = failure;
  }
}

const BEFORE_TEXT = '"changeSet":';

/**
 * The change sets of an opened package's journal as they were written, in order. Main has followed their chain.
 * @throws PackageReadError
 */
export async function* packageChangeSets(token: string): AsyncGenerator<string> {
  for (;;) {
    const next = await callMain('package:journal', { token });
    if (!next.ok) throw new PackageReadError(next);
    if (next.text === null) return;
    for (const line of next.text.split('\n')) {
      if (line !== '') yield line.slice(line.indexOf(BEFORE_TEXT) + BEFORE_TEXT.length, -1);
    }
  }
}
