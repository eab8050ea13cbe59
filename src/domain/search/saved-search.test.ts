import { describe, expect, it } from 'vitest';
import { blank, recipient, unit } from '../records/record-fixtures.ts';
import { createChecksum } from './checksum.ts';
import { readPlainQuery } from './plain-query.ts';
import { splitBuffers, type SavedSearch } from './saved-search.ts';
import { createSearchEngine, loadSearchEngine } from './search-engine.ts';

function filledEngine() {
  const engine = createSearchEngine();
  engine.put(unit('u-jcy', '示例市人民检察院'));
  for (let index = 0; index < 30; index += 1) {
    engine.put(
      blank('honor', `hon-${100 + index}`, {
        title: `示例先进单位（${index}）`,
        recipients: [recipient('示例检察院', 'u-jcy')],
      }),
    );
  }
  engine.compact();
  engine.put(blank('plan', 'plan-1', { title: '示例后来的办法' }));
  engine.remove('hon-101');
  return engine;
}

function saved(): SavedSearch {
  return stored(filledEngine().save(42));
}

/** As it comes back from a store. */
function stored({ header, buffers }: SavedSearch): SavedSearch {
  return {
    header: JSON.parse(JSON.stringify(header)) as SavedSearch['header'],
    buffers: buffers.map((buffer) => buffer.slice()),
  };
}

function problemOf(value: unknown): string | null {
  const loaded = loadSearchEngine(value);
  return loaded.ok ? null : loaded.error;
}

describe('a search that was stored', () => {
  it('finds the same when it comes back, with what changed after its index was built', () => {
    const engine = filledEngine();
    const loaded = loadSearchEngine(stored(engine.save(42)));
    if (!loaded.ok) throw new Error(loaded.error);
    expect(loaded.value.sequence).toBe(42);
    for (const text of ['先进', '人民检察院', '后来', '（1）', '']) {
      const query = { expression: readPlainQuery(text), limit: 50 };
      const { ids: _before, ...before } = engine.search(query);
      const { ids: _after, ...after } = loaded.value.engine.search(query);
      expect(after).toEqual(before);
    }
    expect(loaded.value.engine.stats()).toEqual(engine.stats());
  });

  it('can be handed over while the engine goes on being used', () => {
    const engine = filledEngine();
    const { buffers } = engine.save(1);
    for (const buffer of buffers) new Uint8Array(buffer).fill(0xff);
    expect(engine.search({ expression: readPlainQuery('先进'), limit: 50 }).total).toBe(29);
  });

  it('is refused when it is none, or from another version', () => {
    const { header, buffers } = saved();
    for (const value of [undefined, null, 'x', {}, { header, buffers: null }, { header: { format: 1 }, buffers }]) {
      expect(problemOf(value)).toBe('unreadable');
    }
    expect(problemOf({ header: { ...header, format: 99 }, buffers })).toBe('other-format');
    expect(problemOf({ header: { ...header, rules: '0'.repeat(16) }, buffers })).toBe('other-rules');
    expect(problemOf({ header: { ...header, sizes: 'x' }, buffers })).toBe('unreadable');
  });

  it('is refused when something of it is missing', () => {
    const { header, buffers } = saved();
    expect(problemOf({ header, buffers: buffers.slice(0, -1) })).toBe('truncated');
    expect(problemOf({ header, buffers: [...buffers, new ArrayBuffer(4)] })).toBe('truncated');
    for (const [index, buffer] of buffers.entries()) {
      if (buffer.byteLength === 0) continue;
      expect(problemOf({ header, buffers: buffers.with(index, buffer.slice(0, -1)) })).toBe('truncated');
    }
  });

  it('is refused when a single bit of it is another', () => {
    const { header, buffers } = saved();
    for (const buffer of buffers) {
      if (buffer.byteLength === 0) continue;
      const bytes = new Uint8Array(buffer);
      const at = Math.floor(bytes.length / 2);
      bytes[at] = (bytes[at] ?? 0) ^ 0x10;
      expect(problemOf({ header, buffers })).toBe('damaged');
      bytes[at] = (bytes[at] ?? 0) ^ 0x10;
    }
    expect(problemOf({ header, buffers })).toBeNull();
    expect(problemOf({ header: { ...header, sequence: 43 }, buffers })).toBe('damaged');
  });
});

describe('the checksum', () => {
  const sumOf = (...buffers: readonly ArrayBuffer[]) => {
    const sum = createChecksum();
    for (const buffer of buffers) sum.add(buffer);
    return sum.value();
  };

  it('tells apart what is exchanged, moved from one buffer to the next, or longer by zeros', () => {
    const [a, b] = [Uint8Array.of(1, 2, 3, 4, 5).buffer, Uint8Array.of(6, 7, 8, 9).buffer];
    const sums = [
      sumOf(a, b),
      sumOf(b, a),
      sumOf(Uint8Array.of(1, 2, 3, 4).buffer, Uint8Array.of(5, 6, 7, 8, 9).buffer),
      sumOf(a, b, new ArrayBuffer(0)),
      sumOf(a, Uint8Array.of(6, 7, 8, 9, 0).buffer),
    ];
    expect(new Set(sums).size).toBe(sums.length);
    for (const sum of sums) expect(sum).toMatch(/^[0-9a-f]{16}$/);
  });

  it('comes back from a store that kept its buffers one behind another, and is refused with the same reasons', () => {
    const { header, buffers } = saved();
    const bytes = Uint8Array.from(buffers.flatMap((buffer) => [...new Uint8Array(buffer)])).buffer;
    expect(problemOf({ header, buffers: splitBuffers(header, bytes) })).toBeNull();
    expect(problemOf({ header, buffers: splitBuffers(header, bytes.slice(0, -1)) })).toBe('truncated');
    const other = { format: 99, rules: header.rules };
    expect(problemOf({ header: other, buffers: splitBuffers(other, bytes) })).toBe('other-format');
    expect(problemOf({ header: null, buffers: splitBuffers(null, bytes) })).toBe('unreadable');
  });
});
