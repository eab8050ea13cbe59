import * as v from 'valibot';
import { cleanText } from '../text/clean-text.ts';

/** Text on a cover: one line, clean, and short enough to be set on it. */
export const coverText = v.pipe(
  v.string(),
  v.transform((text) => cleanText(text, 'single').text),
  v.minLength(1),
  v.maxLength(60),
);
