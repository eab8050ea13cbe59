import { describe, expect, it } from 'vitest';
import { createSeal, readWrappedKey, unwrapKey, wrapKey } from './wrapped-key.ts';

describe('a key sealed by a passphrase', () => {
  it('comes back to whoever knows the passphrase, and to nobody else', async () => {
    const { key, wrapped } = await createSeal('示例口令一二三四');
    const kept = readWrappedKey(JSON.parse(JSON.stringify(wrapped)));
    expect(kept).toEqual(wrapped);
    expect(kept && (await unwrapKey(kept, '示例口令一二三四'))?.equals(key)).toBe(true);
    expect(kept && (await unwrapKey(kept, '示例口令一二三五'))).toBeNull();
    expect(kept && (await unwrapKey(kept, ''))).toBeNull();
    expect(JSON.stringify(wrapped)).not.toContain(key.toString('hex'));
  });

  it('is the same key under a new passphrase, and another one each time it is made', async () => {
    const first = await createSeal('示例口令一二三四');
    const again = await wrapKey(first.key, '另一句示例口令');
    expect((await unwrapKey(again.wrapped, '另一句示例口令'))?.equals(first.key)).toBe(true);
    expect(await unwrapKey(again.wrapped, '示例口令一二三四')).toBeNull();
    expect(again.wrapped.salt).not.toBe(first.wrapped.salt);
    expect((await createSeal('示例口令一二三四')).key.equals(first.key)).toBe(false);
  });

  it('does not come back when one digit of what is kept has changed', async () => {
    const { wrapped } = await createSeal('示例口令一二三四');
    for (const field of ['salt', 'nonce', 'sealed'] as const) {
      const changed = wrapped[field].replace(/^./, (digit) => (digit === '0' ? '1' : '0'));
      expect(await unwrapKey({ ...wrapped, [field]: changed }, '示例口令一二三四')).toBeNull();
    }
  });

  it('is not computed at a cost that would take all memory or hours', async () => {
    const { wrapped } = await createSeal('示例口令一二三四');
    expect(readWrappedKey({ ...wrapped, memory: 2_000_000_000 })).toBeNull();
    expect(readWrappedKey({ ...wrapped, iterations: 1_000_000 })).toBeNull();
    expect(readWrappedKey({ ...wrapped, sealed: 'ab' })).toBeNull();
    expect(readWrappedKey(null)).toBeNull();
  });
});
