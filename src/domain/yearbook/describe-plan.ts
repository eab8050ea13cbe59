import type { FuzzyDate } from '../dates/fuzzy-date.ts';
import type { Plan } from '../records/plan.ts';
import { dateInYear, dateWords, undatedWords } from './date-words.ts';
import { nameList, phrase, sentence } from '../document/sentence.ts';
import { YEARBOOK_TERMS as T } from './yearbook-terms.ts';

/** A plan as text of the yearbook's year, built from nothing but its own fields. */
export function describePlan(plan: Plan, year: number): readonly string[] {
  return textOf([`${dateInYear(plan.issued, year)}${issuing(plan)}`, ...particulars(plan)]);
}

/** That it was issued, under a heading that gives the date. Whether it is still in force is no event. */
export function describePlanEvent(plan: Plan): readonly string[] {
  return textOf([issuing(plan), numberAndPeriod(plan)].flat());
}

/** The same for a plan of unknown year. */
export function describeUndatedPlan(plan: Plan): readonly string[] {
  const bodies = nameList(plan.issuers);
  return textOf([undatedWords(plan.issued), bodies === '' ? '' : T.issuedBy(bodies), ...particulars(plan)]);
}

function issuing(plan: Plan): string {
  const bodies = nameList(plan.issuers);
  return bodies === '' ? T.issued : T.issuedBy(bodies);
}

function particulars(plan: Plan): readonly string[] {
  return [...numberAndPeriod(plan), T.statusClause(plan.status)];
}

function numberAndPeriod(plan: Plan): readonly string[] {
  const number = phrase(plan.documentNo);
  return [
    number === '' ? '' : T.documentNumber(number),
    periodClause(plan.effective, T.effectiveFrom, T.effectiveAsTyped),
    periodClause(plan.expires, T.expiresOn, T.expiresAsTyped),
  ];
}

/** "印发之日" or a range does not fit into the usual sentence, so it is quoted. */
function periodClause(date: FuzzyDate, exact: (date: string) => string, asTyped: (raw: string) => string): string {
  const words = dateWords(date);
  if (words === '') return '';
  return date.precision === 'unknown' || date.precision === 'range' ? asTyped(words) : exact(words);
}

function textOf(clauses: readonly string[]): readonly string[] {
  const text = sentence(clauses);
  return text === '' ? [] : [text];
}
