import { describe, expect, it } from 'vitest';
import type { RunProgress } from './attach-run.ts';
import { presentRun, showRun, watchRuns } from './attach-runs.ts';

const HALF: RunProgress = { done: 0, total: 1, bytesDone: 5, bytesTotal: 10, name: '示例.pdf' };

describe('showRun', () => {
  it('shows how far a run is, and nothing once it is over', async () => {
    const shown: (number | null)[] = [];
    const stop = watchRuns(() => shown.push(presentRun()?.progress.bytesDone ?? null));
    await showRun(1, (onProgress) => {
      onProgress(HALF);
      return Promise.resolve();
    });
    stop();
    expect(shown).toEqual([0, 5, null]);
  });

  it('stays over when progress is told late: a run that came back would refuse every run after it', async () => {
    let tellLate: (progress: RunProgress) => void = () => undefined;
    await showRun(1, (onProgress) => {
      tellLate = onProgress;
      return Promise.resolve();
    });
    tellLate(HALF);
    expect(presentRun()).toBeNull();
  });

  it('is over after a failure too', async () => {
    await expect(showRun(1, () => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
    expect(presentRun()).toBeNull();
  });
});
