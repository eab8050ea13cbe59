import { nameList, phrase, sentence } from '../document/sentence.ts';
import type { Honor } from '../records/honor.ts';
import { dateWords, undatedWords } from '../yearbook/date-words.ts';
import { awardClause } from '../yearbook/describe-honor.ts';
import type { HonorDetail } from './compilation-options.ts';
import { COMPILATION_TERMS as T } from './compilation-terms.ts';

/** An honour as an entry: who gave it to whom and when, what it is registered under, and what became of it. */
export function describeCompiledHonor(honor: Honor, details: readonly HonorDetail[]): readonly string[] {
  const has = (detail: HonorDetail) => details.includes(detail);
  const date = has('date') ? dateOf(honor) : '';
  const award = awardClause(
    has('awardedBy') ? nameList(honor.awardedBy) : '',
    has('recipients') ? recipientNames(honor) : '',
  );
  const isDateAlone = award === '' && honor.date.start !== null && date !== '';
  const opening = isDateAlone ? sentence([T.dateAlone(date)]) : sentence([date, award]);
  const particulars = [
    has('documentNo') ? labelled(T.documentNo, honor.documentNo) : '',
    has('round') ? labelled(T.round, honor.round) : '',
    has('certificateNo') ? labelled(T.certificateNo, honor.certificateNo) : '',
    has('verification') ? T.verification(honor.verification) : '',
  ].filter((text) => text !== '');
  const facts = particulars.length > 0 ? `${particulars.join('；')}。` : '';
  const events = has('statusEvents') ? eventsOf(honor) : '';
  return [`${opening}${facts}`, events].filter((paragraph) => paragraph !== '');
}

function dateOf({ date }: Honor): string {
  return date.start === null ? undatedWords(date) : dateWords(date);
}

function labelled(label: (text: string) => string, text: string): string {
  const words = phrase(text);
  return words === '' ? '' : label(words);
}

/** Persons with the unit that is printed beside them. */
function recipientNames(honor: Honor): string {
  return nameList(
    honor.recipients.map(({ printed, unitPrinted }) => {
      const unit = phrase(unitPrinted);
      return { printed: unit === '' || phrase(printed) === '' ? printed : T.ofUnit(phrase(printed), unit) };
    }),
  );
}

function eventsOf({ statusEvents }: Honor): string {
  const events = statusEvents.map(({ event, date, basis }) => {
    const document = phrase(basis);
    return `${dateWords(date)}${event}${document === '' ? '' : T.basis(document)}`;
  });
  return events.length === 0 ? '' : sentence([T.statusEvents(events.join('；'))]);
}
