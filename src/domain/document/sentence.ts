import { cleanText } from '../text/clean-text.ts';
import { DOCUMENT_TERMS as T } from './document-terms.ts';

const EDGE_PUNCTUATION = /^[\s，。、；：,;:]+|[\s，。、；：,;:]+$/g;
const ENDED = /[。！？…!?.][”’』」）)】》]*$/;

type Named = { readonly printed: string };

/** A field's words as part of a sentence: clean, one line, without the punctuation that the sentence brings itself. */
export function phrase(text: string): string {
  return cleanText(text, 'single').text.replace(EDGE_PUNCTUATION, '');
}

/** A field's words exactly as written, made safe to print. */
export function printed(text: string): string {
  return cleanText(text, 'single').text;
}

/** A record's title for the brackets of an entry, which it may have been typed with. */
export function entryTitle(title: string): string {
  const words = printed(title).replace(/^【([^【】]*)】$/, '$1');
  return words === '' ? T.untitled : words;
}

/** Names in the order given, joined as in a Chinese list; empty ones are skipped. */
export function nameList(bodies: readonly Named[]): string {
  return bodies
    .map((body) => phrase(body.printed))
    .filter((name) => name !== '')
    .join('、');
}

/** One sentence out of the clauses that have something to say; nothing at all when none has. */
export function sentence(clauses: readonly string[]): string {
  const said = clauses.filter((clause) => clause !== '');
  return said.length === 0 ? '' : `${said.join('，')}。`;
}

/** Paragraphs of a longer text, blank lines skipped, the last one properly ended. */
export function paragraphsOf(text: string): readonly string[] {
  const lines = cleanText(text, 'many')
    .text.split('\n')
    .map((line) => printed(line))
    .filter((line) => line !== '');
  return lines.map((line, index) => (index === lines.length - 1 ? ended(line) : line));
}

function ended(line: string): string {
  if (ENDED.test(line)) return line;
  const words = line.replace(/[\s，、；：,;:]+$/, '');
  return words === '' ? '' : `${words}。`;
}
