import type { CharReadings } from './name-table.ts';

const HAN = /^\p{Script=Han}$/u;
const SYLLABLE = /^[a-z]+$/;

let loading: Promise<CharReadings> | null = null;

/**
 * The readings of Chinese characters, all of each (单: dan, shan, chan), without tones and with ü as v. The dictionary is
 * large, so it is only loaded when it is first asked for, once; the window starts without it.
 */
export function loadCharReadings(): Promise<CharReadings> {
  loading ??= readDictionary().catch((error: unknown) => {
    // The next one who asks may have more luck.
    loading = null;
    throw error;
  });
  return loading;
}

async function readDictionary(): Promise<CharReadings> {
  const { pinyin } = await import('pinyin-pro');
  const known = new Map<string, readonly string[]>();
  return (char) => {
    const cached = known.get(char);
    if (cached !== undefined) return cached;
    const readings = HAN.test(char)
      ? pinyin(char, { multiple: true, toneType: 'none', v: true, type: 'array' }).filter((reading) =>
          // A character that the dictionary does not know comes back as it is.
          SYLLABLE.test(reading),
        )
      : [];
    const distinct = [...new Set(readings)];
    known.set(char, distinct);
    return distinct;
  };
}
