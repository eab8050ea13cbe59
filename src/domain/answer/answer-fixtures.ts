import type { Honor } from '../records/honor.ts';
import { blank, date, recipient } from '../records/record-fixtures.ts';
import { createSuccession } from '../units/unit-line.ts';
import { recordsByUnit } from '../units/unit-tally.ts';
import { unitChange } from '../units/unit-fixtures.ts';
import type { AnswerSource } from './answer-question.ts';
import { USUAL_REQUEST, type AnswerQuestion } from './answer-request.ts';

/** Everything that unit-A ever received, before anything is narrowed. */
export const QUESTION: AnswerQuestion = { ...USUAL_REQUEST, unitId: 'unit-A', levels: [], from: null, to: null };

/** An honour that units of one letter each received. */
export function wonBy(
  letters: string,
  id: string,
  on: string,
  content: Partial<Omit<Honor, 'id' | 'kind'>> = {},
): Honor {
  const recipients = Array.from(letters, (letter) => recipient(`名${letter}`, `unit-${letter}`));
  return blank('honor', id, { title: id, date: date(on), level: '国家级', recipients, ...content });
}

/** What became of an honour, earliest first. */
export function events(...names: readonly Honor['statusEvents'][number]['event'][]): Pick<Honor, 'statusEvents'> {
  return { statusEvents: names.map((event) => ({ event, date: date('2024'), basis: '' })) };
}

/** B became A, and A became C. */
const SUCCESSION = createSuccession([
  unitChange('change-1', '更名', 'B', 'A', '2015年'),
  unitChange('change-2', '合并', 'AD', 'C', '2020年'),
]);

export function sourceOf(honors: readonly Honor[], certified: readonly string[] = []): AnswerSource {
  const byUnit = recordsByUnit(honors);
  return {
    honors,
    recordsOf: (unitId) => byUnit.get(unitId) ?? [],
    succession: SUCCESSION,
    certified: new Set(certified),
  };
}
