const MAX_LENGTH = 31;
// oxlint-disable-next-line no-control-regex -- finding control characters is the purpose
const FORBIDDEN = /[[\]:*?/\\\u0000-\u001F\uFFFE\uFFFF]|\p{Surrogate}/gu;

/** Names that Excel takes for sheets: short enough, without its signs, not blank, none twice whatever their case. */
export function sheetNames(wanted: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  return wanted.map((name) => {
    const plain = name
      .replace(FORBIDDEN, ' ')
      .replace(/^'+|'+$/g, '')
      .trim();
    const base = plain === '' || plain.toLowerCase() === 'history' ? `${plain}_` : plain;
    let unique = cut(base, MAX_LENGTH);
    for (let number = 2; taken.has(unique.toLowerCase()); number += 1) {
      const tail = ` (${number})`;
      unique = cut(base, MAX_LENGTH - tail.length) + tail;
    }
    taken.add(unique.toLowerCase());
    return unique;
  });
}

/** Not through the middle of a character of two units. */
function cut(text: string, length: number): string {
  return text.slice(0, length).replace(/\p{Surrogate}$/u, '');
}
