import { body } from './reference-fields.ts';
import { rows } from './rows-field.ts';
import { date, names, prose, text, title } from './simple-fields.ts';

/** A person who was honoured, with posts through time. The title is the name. */
export const personFields = {
  title: title(),
  aliases: names(),
  posts: rows({ unit: body(), post: text(), from: date(), to: date() }),
  note: prose(),
  source: prose(),
};
