import type { Honor } from '../records/honor.ts';
import { undatedWords } from './date-words.ts';
import { nameList, phrase, sentence } from '../document/sentence.ts';
import { YEARBOOK_TERMS as T } from './yearbook-terms.ts';

const MOST_NAMED = 10;

/** An honour of unknown year as text; dated honours stand in tables. */
export function describeUndatedHonor(honor: Honor): readonly string[] {
  return describe(honor, undatedWords(honor.date), nameList(honor.recipients));
}

/** An honour as an event, under a heading that gives the date. Of many recipients the first are named. */
export function describeHonorEvent(honor: Honor): readonly string[] {
  const { recipients, collective } = honor;
  const named = nameList(recipients.slice(0, MOST_NAMED));
  return describe(honor, '', recipients.length > MOST_NAMED ? T.firstOf(named, recipients.length, collective) : named);
}

function describe(honor: Honor, date: string, recipients: string): readonly string[] {
  const number = phrase(honor.documentNo);
  const text = sentence([
    date,
    awardClause(nameList(honor.awardedBy), recipients),
    honor.level === null ? '' : T.levelClause(honor.level),
    number === '' ? '' : T.documentNumber(number),
  ]);
  return text === '' ? [] : [text];
}

/** Who gave it to whom, as far as it is known. */
export function awardClause(bodies: string, recipients: string): string {
  if (bodies !== '' && recipients !== '') return T.awarded(bodies, recipients);
  if (bodies !== '') return T.awardedBy(bodies);
  return recipients === '' ? '' : T.awardedTo(recipients);
}
