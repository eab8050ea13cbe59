import { useEffect, useState } from 'react';
import { createPinyinMatcher, type PinyinMatcher } from '#domain/pinyin/pinyin-match';
import { loadCharReadings } from '#domain/pinyin/pinyin-readings';

/** Finds by Chinese alone, until the dictionary is there or when it cannot be loaded. */
const withoutReadings = createPinyinMatcher(() => []);
/** One for the whole window: it remembers the names that it has read. */
let withReadings: PinyinMatcher | null = null;

/** Finds names by Chinese, pinyin and initials; the dictionary is loaded once, when the window has nothing else to do. */
export function usePinyinMatcher(): PinyinMatcher {
  const [matcher, setMatcher] = useState(withReadings ?? withoutReadings);
  useEffect(() => {
    let isWanted = true;
    const load = async () => {
      try {
        withReadings ??= createPinyinMatcher(await loadCharReadings());
        if (isWanted) setMatcher(withReadings);
      } catch {
        // Names can still be typed in Chinese; the next form tries again.
      }
    };
    const waiting = requestIdleCallback(() => void load(), { timeout: 1000 });
    return () => {
      isWanted = false;
      cancelIdleCallback(waiting);
    };
  }, []);
  return matcher;
}
