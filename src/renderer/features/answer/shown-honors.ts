import type { Answer, AnswerGap, LeftOut } from '#domain/answer/answer-question';
import type { Honor } from '#domain/records/honor';

/** Which of the honours of an answer the list shows. */
export type Shown =
  | { readonly part: 'counted' }
  | { readonly part: 'leftOut'; readonly reason: LeftOut }
  | { readonly part: 'lacking'; readonly gap: AnswerGap };

export const COUNTED: Shown = { part: 'counted' };

export function shownHonors(answer: Answer, shown: Shown): readonly Honor[] {
  switch (shown.part) {
    case 'counted':
      return answer.honors;
    case 'leftOut':
      return answer.leftOut[shown.reason];
    case 'lacking':
      return answer.lacking[shown.gap];
  }
}
