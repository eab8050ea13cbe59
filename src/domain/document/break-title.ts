const WORDS = new Intl.Segmenter('zh-CN', { granularity: 'word' });

/**
 * Breaks a title into balanced lines between words, as GB/T 9704-2012, 7.3.1 asks (回行时词意完整, 排列对称). A title that
 * fits stays whole; the first lines are never shorter than needed to keep every line within the limit.
 *
 * @param capacity the most characters a line may hold
 */
export function breakTitle(title: string, capacity: number): readonly string[] {
  const length = Array.from(title).length;
  const lines = Math.ceil(length / capacity);
  if (lines <= 1) return [title];
  const words = Array.from(WORDS.segment(title), (part) => part.segment);
  return fill(words, Math.ceil(length / lines), capacity);
}

/** Puts words on lines: a line is full when the next word would bring it farther from the ideal length. */
function fill(words: readonly string[], ideal: number, capacity: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of words) {
    const now = Array.from(line).length;
    const then = now + Array.from(word).length;
    const fartherFromIdeal = then > ideal && then - ideal > ideal - now;
    if (line !== '' && (then > capacity || fartherFromIdeal)) {
      lines.push(line);
      line = '';
    }
    line += word;
  }
  lines.push(line);
  return lines;
}
