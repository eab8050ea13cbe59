/** XML 1.0, 2.2: everything outside tab, line breaks, U+0020-D7FF, U+E000-FFFD and the supplementary planes. */
// oxlint-disable-next-line no-control-regex -- finding control characters is the purpose
const FORBIDDEN = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Surrogate}/u;

/**
 * The text itself, once it is certain that XML can hold it. Records are cleaned where they are entered and again where
 * the document is composed, so a forbidden character here is a bug, and a broken file would be worse than none.
 */
export function xmlText(text: string): string {
  const found = FORBIDDEN.exec(text);
  if (found === null) return text;
  throw new Error(
    `U+${(found[0].codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')} cannot stand in XML`,
  );
}

const CHARACTER_REFERENCE = /&#(?:x([0-9a-f]+)|(\d+));/gi;

/** The first character in some markup that XML cannot hold, written out or as a reference; null when there is none. */
export function findForbiddenCharacter(markup: string): string | null {
  const written = FORBIDDEN.exec(markup);
  if (written !== null) return written[0];
  for (const [reference, hex, decimal] of markup.matchAll(CHARACTER_REFERENCE)) {
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    if (code > 0x10_ff_ff || FORBIDDEN.test(String.fromCodePoint(code))) return reference;
  }
  return null;
}

/** Text as the content of an element or of a quoted attribute. */
export function escapedXmlText(text: string): string {
  return xmlText(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
