import { ANSWER_GAPS, LEFT_OUT, type Answer } from '#domain/answer/answer-question';
import { formatFuzzyDate } from '#domain/dates/fuzzy-date';
import { toBoundaryRecord } from '#domain/records/boundary-record';
import type { Honor } from '#domain/records/honor';
import { succeed } from '#domain/result';
import {
  answerMessages,
  answerSentence,
  caveatSentence,
  ruleSentences,
  sharesSentences,
} from '../../archive/answer-messages.ts';
import { namesIn } from '../../archive/answer-sheet.ts';
import { askQuestion, QUESTION_OPTIONS, QUESTION_SWITCHES, type Asked } from './ask-question.ts';
import type { CommandDefinition } from './command.ts';

/** How many honours, and which: what the screen 答询 says. */
export const answer: CommandDefinition = {
  options: QUESTION_OPTIONS,
  switches: QUESTION_SWITCHES,
  arguments: 0,
  run: async (command, { archive }) => {
    const asked = await askQuestion(command, archive);
    if (!asked.ok) return asked;
    const summary = summarise(asked.value);
    const { honors } = asked.value.answer;
    return succeed({
      json: { ok: true, ...summary, records: honors.map(toBoundaryRecord) },
      text: [
        `${summary.sentence}${summary.caveat}`,
        ...sharesSentences(asked.value.answer),
        ...honors.map(({ id, date, title }) => `${id}  ${formatFuzzyDate(date)}  ${title}`),
        ...summary.rule.words,
        ...lackingLines(asked.value.answer),
      ].join('\n'),
    });
  },
};

/** Everything that is said of an answer but its records. */
export function summarise({ answer: given, units }: Asked) {
  const nameOf = namesIn(units);
  const { question, count, collective, individual, years, levels, leftOut, lacking } = given;
  const { unitId, ...rest } = question;
  return {
    count,
    collective,
    individual,
    sentence: answerSentence(given, nameOf),
    caveat: caveatSentence(given),
    unit: unitId === null ? null : { id: unitId, name: nameOf(unitId) },
    units: given.units.map((unit) => ({ ...unit, name: nameOf(unit.unitId) })),
    rule: { ...rest, words: ruleSentences(given, nameOf) },
    years,
    levels,
    leftOut: idsByKey(LEFT_OUT, leftOut),
    lacking: idsByKey(ANSWER_GAPS, lacking),
  };
}

function idsByKey<K extends string>(keys: readonly K[], lists: Readonly<Record<K, readonly Honor[]>>) {
  return Object.fromEntries(keys.map((key) => [key, lists[key].map(({ id }) => id)]));
}

function lackingLines({ lacking }: Answer): readonly string[] {
  return ANSWER_GAPS.flatMap((gap) =>
    lacking[gap].length === 0 ? [] : [answerMessages.lackingCount(gap, lacking[gap].length)],
  );
}
