import { countLetters, END, START, type ReadingTerm } from './reading-term.ts';
import { editVariants } from './edit-variants.ts';
import { foldText } from './fold-text.ts';
import type { GramDictionary } from './gram-dictionary.ts';
import { normalizeForSearch } from './normalize-text.ts';
import type { ReadingTable } from './reading-table.ts';
import { slippedPinyinTerm, soundAlikeTerm } from './slip-terms.ts';

/** Texts that somebody may have meant by another one; what sounds like it comes first. */
export type NearTexts = { readonly alike: readonly string[]; readonly edited: readonly string[] };

const FEWEST_CHARACTERS = 3;
const MOST_CHARACTERS = 60;
/** What is read in more ways than that has been typed too carelessly to say what is meant. */
const MOST_SPELLED = 100;
const MOST_STEPS = 50_000;
const CHINESE = /\p{Script=Han}/u;

/**
 * What may have been meant by a typed text: in Chinese what sounds like it or differs in one of at least three
 * characters, in pinyin what differs in one letter. All pairs of neighbouring characters stand somewhere, but it is not
 * said that the texts do.
 *
 * @param table null as long as readings are not known
 */
export function findNearTexts(typed: string, dictionary: GramDictionary, table: ReadingTable | null): NearTexts {
  const text = foldText(normalizeForSearch(typed));
  if (text.length > MOST_CHARACTERS) return { alike: [], edited: [] };
  const isChinese = CHINESE.test(text);
  const terms = table === null ? [] : [isChinese ? soundAlikeTerm(text, table) : null, slippedPinyinTerm(typed, table)];
  const alike = new Set(terms.flatMap((term) => (term === null ? [] : spellOut(term, dictionary))));
  alike.delete(text);
  const isLongEnough = text.length - countLetters(text) >= FEWEST_CHARACTERS;
  const edited = isChinese && isLongEnough ? [...editVariants(text, dictionary)] : [];
  return { alike: [...alike], edited: edited.filter((variant) => !alike.has(variant)) };
}

/** The texts of at least two characters that a term reads, by the pairs of characters that there are. */
function spellOut(term: ReadingTerm, { units, followers }: GramDictionary): readonly string[] {
  const found = new Set<string>();
  let steps = 0;
  const read = (before: string, unit: number, state: number) => {
    steps += 1;
    if (steps > MOST_STEPS || found.size >= MOST_SPELLED) return;
    const text = before + String.fromCharCode(unit);
    for (const next of term.next(unit, state)) {
      if (next !== END) for (const follower of followers(unit)) read(text, follower, next);
      else if (text.length > 1) found.add(text);
    }
  };
  for (const unit of units) if (term.mayBegin(unit)) read('', unit, START);
  return [...found];
}
