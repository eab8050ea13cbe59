import type { Honor } from '../records/honor.ts';
import { undatedWords } from './date-words.ts';
import { nameList, phrase, sentence } from '../document/sentence.ts';
import { YEARBOOK_TERMS as T } from './yearbook-terms.ts';

/** An honour of unknown year as text; dated honours stand in tables. */
export function describeUndatedHonor(honor: Honor): readonly string[] {
  const number = phrase(honor.documentNo);
  return [
    sentence([
      undatedWords(honor.date),
      award(nameList(honor.awardedBy), nameList(honor.recipients)),
      honor.level === null ? '' : T.levelClause(honor.level),
      number === '' ? '' : T.documentNumber(number),
    ]),
  ];
}

function award(bodies: string, recipients: string): string {
  if (bodies !== '' && recipients !== '') return T.awarded(bodies, recipients);
  if (bodies !== '') return T.awardedBy(bodies);
  return recipients === '' ? '' : T.awardedTo(recipients);
}
