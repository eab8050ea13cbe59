/**
 * Whether the whole text is what the pattern says, `*` standing for any characters or none. Takes at most
 * text x pattern steps whatever the pattern, unlike a regular expression made of it.
 */
export function matchesGlob(pattern: string, text: string): boolean {
  let inPattern = 0;
  let inText = 0;
  let starAt = -1;
  let resumeAt = 0;
  while (inText < text.length) {
    if (pattern.charAt(inPattern) === '*') {
      starAt = inPattern;
      resumeAt = inText;
      inPattern += 1;
    } else if (inPattern < pattern.length && pattern.charAt(inPattern) === text.charAt(inText)) {
      inPattern += 1;
      inText += 1;
    } else if (starAt !== -1) {
      // Let the last star take one character more.
      resumeAt += 1;
      inPattern = starAt + 1;
      inText = resumeAt;
    } else {
      return false;
    }
  }
  while (pattern.charAt(inPattern) === '*') inPattern += 1;
  return inPattern === pattern.length;
}
