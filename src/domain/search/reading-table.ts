import type { CharReadings } from '../pinyin/name-table.ts';

/** The readings of characters by UTF-16 unit, each looked up once; units that are read alike are one class. */
export type ReadingTable = {
  /** The class of a unit; all that have no reading are one as well. */
  readonly classOf: (unit: number) => number;
  /** All that may be typed for the readings of a class. */
  readonly syllables: readonly (readonly string[])[];
};

const UNITS = 0x1_0000;

export function createReadingTable(readings: CharReadings): ReadingTable {
  // Classes plus 1; zero for a unit that nobody has asked for.
  const classes = new Uint16Array(UNITS);
  const syllables: (readonly string[])[] = [];
  const numbers = new Map<string, number>();
  const learn = (unit: number): number => {
    const read = [...new Set(readings(String.fromCharCode(unit)).flatMap(spellings))].toSorted();
    const key = read.join(' ');
    const number = numbers.get(key) ?? syllables.push(read);
    numbers.set(key, number);
    classes[unit] = number;
    return number;
  };
  return { classOf: (unit) => ((classes[unit] as number) || learn(unit)) - 1, syllables };
}

/** ü is typed as v or as u, wherever it stands: lv and lu for 绿, ju and jv for 局. */
function spellings(syllable: string): readonly string[] {
  if (syllable.includes('v')) return [syllable, syllable.replace('v', 'u')];
  return /^[jqxy]u/.test(syllable) ? [syllable, syllable.replace('u', 'v')] : [syllable];
}
