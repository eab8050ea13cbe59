import * as v from 'valibot';
import { cleanText } from '../text/clean-text.ts';
import { DOCUMENT_TERMS } from './document-terms.ts';

/** Text on a cover: one line, clean, and short enough to be set on it. */
export const coverText = v.pipe(
  v.string(),
  v.transform((text) => cleanText(text, 'single').text),
  v.minLength(1),
  v.maxLength(60),
);

/** What stands on the cover of every document: schema entries for its options. @param title its own, usual or asked for */
export function coverEntries<Title extends v.GenericSchema<string | undefined, string>>(title: Title) {
  return {
    title,
    /** 编纂单位: on the cover and in the file's properties. */
    editor: v.optional(coverText, DOCUMENT_TERMS.editor),
    /** ISO 8601 calendar day, passed in: the domain has no clock. */
    compiledOn: v.pipe(v.string(), v.isoDate()),
  };
}
