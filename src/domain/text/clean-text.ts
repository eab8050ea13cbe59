export type TextCleaning = 'control-characters' | 'lone-surrogates';

export type CleanedText = {
  readonly text: string;
  /** What had to be taken out, so that the person can be told. */
  readonly removed: readonly TextCleaning[];
};

// XML 1.0, 2.2 forbids these in any document, so no exported Word or Excel file may ever meet them.
// oxlint-disable-next-line no-control-regex -- finding control characters is the purpose
const FORBIDDEN = /[\u0000-\u0008\u000E-\u001F\u007F-\u0084\u0086-\u009F\uFFFE\uFFFF]/g;
const INVISIBLE = /[\u00AD\u061C\u200B\u200E\u200F\u202A-\u202E\u2060-\u2064\u2066-\u206F\uFEFF\uFFF9-\uFFFB]/g;
// Word's manual line break is pasted as a vertical tab.
const LINE_BREAK = /\r\n?|[\v\f\u0085\u2028\u2029]/g;
const LONE_SURROGATE = /\p{Surrogate}/gu;
const LINE_BREAKS_AND_TABS = /[\t\n]+/g;
/** Nothing of this is ever cleaned; most texts are so. */
const PLAIN = /^[!-~\u4E00-\u9FFF\u3001\u3002\u3008-\u3011\u3014\u3015（），：；“”—·]*$/u;

/**
 * Makes typed or pasted text safe to store and to print: Unicode NFC, no control, invisible or direction characters,
 * no lone surrogates, no space around. Characters outside the BMP (𠮷, 𬭎) stay.
 *
 * @param lines 'single' also turns line breaks and tabs into one space; 'many' keeps line breaks as "\n".
 */
export function cleanText(input: string, lines: 'single' | 'many'): CleanedText {
  if (isPlainText(input)) return { text: input, removed: [] };
  const removed: TextCleaning[] = [];
  let text = input.replace(LINE_BREAK, '\n');
  const withoutSurrogates = text.replace(LONE_SURROGATE, '');
  if (withoutSurrogates !== text) removed.push('lone-surrogates');
  text = withoutSurrogates.replace(FORBIDDEN, '').replace(INVISIBLE, '');
  if (text !== withoutSurrogates) removed.push('control-characters');
  if (lines === 'single') text = text.replace(LINE_BREAKS_AND_TABS, ' ');
  return { text: text.normalize('NFC').trim(), removed };
}

/** Whether a text has no blanks and nothing but usual characters, so that it is clean as it is. */
export function isPlainText(text: string): boolean {
  return PLAIN.test(text);
}
