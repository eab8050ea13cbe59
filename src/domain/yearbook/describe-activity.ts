import type { Activity } from '../records/activity.ts';
import { dateInYear, undatedWords } from './date-words.ts';
import { nameList, paragraphsOf, phrase, sentence } from '../document/sentence.ts';
import { YEARBOOK_TERMS as T } from './yearbook-terms.ts';

/**
 * An activity as an entry of the chronicle: one sentence in the third person from its fields, then its summary. Fields
 * that are empty leave no trace.
 */
export function describeActivity(activity: Activity, year: number): readonly string[] {
  const date = dateInYear(activity.date, year);
  return describe(activity, date, date === '' ? '' : T.heldOn(date));
}

/** The same under a heading that gives the date. */
export function describeActivityEvent(activity: Activity): readonly string[] {
  return describe(activity, '', '');
}

/** The same for an activity of unknown year. */
export function describeUndatedActivity(activity: Activity): readonly string[] {
  const words = undatedWords(activity.date);
  return describe(activity, words, words);
}

/** @param alone what is said when the date is all that is known */
function describe(activity: Activity, date: string, alone: string): readonly string[] {
  const [first = '', ...rest] = paragraphsOf(activity.summary);
  const facts = factClauses(activity);
  const opening = facts.length > 0 ? sentence([date, ...facts]) : '';
  if (opening !== '') return joined(opening, first, rest);
  // Nothing but a date is known besides the summary: the date leads into it, unless it begins with one itself.
  if (date !== '' && first !== '' && !/^[\d“‘]/.test(first)) return joined(`${date}，`, first, rest);
  return joined(sentence([alone]), first, rest);
}

function joined(opening: string, first: string, rest: readonly string[]): readonly string[] {
  return [`${opening}${first}`, ...rest].filter((paragraph) => paragraph !== '');
}

function factClauses(activity: Activity): readonly string[] {
  const hosts = nameList(activity.hosts);
  const coHosts = nameList(activity.coHosts);
  return [
    ...subjectClauses(activity, hosts),
    ...(coHosts === '' ? [] : [T.coHostedBy(coHosts)]),
    ...attendance(activity),
  ];
}

/** What was held, where and by whom. "活动" stands in for a series that is not named. */
function subjectClauses(activity: Activity, hosts: string): readonly string[] {
  const episode = episodeName(activity);
  const subject = episode === '' ? T.activity : episode;
  const place = phrase(activity.place);
  const hosting = hosts === '' ? '' : T.hostedBy(hosts);
  if (place !== '') return [T.heldAt(subject, place), ...(hosting === '' ? [] : [hosting])];
  if (hosting !== '') return [`${subject}${hosting}`];
  return episode === '' ? [] : [T.held(episode)];
}

function episodeName(activity: Activity): string {
  const series = phrase(activity.series);
  const episode = phrase(activity.episode);
  if (series === '') return episode === '' || /^\d+$/.test(episode) ? '' : T.episodeOnly(episode);
  return /^\d+$/.test(episode) ? `${series}（${episode}）` : `${series}${episode}`;
}

function attendance(activity: Activity): readonly string[] {
  const participants = nameList(activity.participants);
  // Ledgers write 0 for "not counted"; "0人参加" would be a statement that nobody made.
  const count = activity.headcount ?? 0;
  if (participants !== '') return [T.attendedBy(participants), ...(count > 0 ? [T.totalling(count)] : [])];
  return count > 0 ? [T.peopleAttended(count)] : [];
}
