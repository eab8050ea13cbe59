import type { Answer } from '#domain/answer/answer-question';
import { composeAnswerSheet, type AnswerSheetWords } from '#domain/answer/compose-answer-sheet';
import type { DocumentTree } from '#domain/document/document-tree';
import { cleanText } from '#domain/text/clean-text';
import { unitDisplayName } from '#domain/records/unit';
import type { UnitDirectory } from '#domain/units/unit-directory';
import {
  answerMessages,
  answerSentence,
  caveatSentence,
  dayWords,
  ruleSentences,
  sharesSentences,
  thingsWords,
  windowWords,
  type NameOf,
} from './answer-messages.ts';
import { listMessages } from './list-messages.ts';
import { MOST_WORD_ROWS } from './list-outlines.ts';

/** The years of so few honours are seen at once in their list. */
const MOST_AT_A_GLANCE = 10;

/** Who makes a sheet, and on which day (ISO 8601). */
export type SheetMaker = { readonly editor: string; readonly today: string };

/** The names of units; one that is gone is known by its id. */
export function namesIn(units: UnitDirectory): NameOf {
  return (unitId) => {
    const unit = units.get(unitId);
    return unit ? cleanText(unitDisplayName(unit), 'single').text : unitId;
  };
}

/** What the sheet of an answer is about, for its title and its file. */
export function sheetTitle({ question }: Answer, nameOf: NameOf): string {
  const subject = question.unitId === null ? answerMessages.allUnits : nameOf(question.unitId);
  return answerMessages.sheet.title(subject, thingsWords(question));
}

/** Why Word cannot take an answer, or null when it can. */
export function refuseSheet({ count }: Answer): string | null {
  return count > MOST_WORD_ROWS ? listMessages.tooManyRows(count, MOST_WORD_ROWS) : null;
}

/** The answer as a document. */
export function answerSheet(answer: Answer, units: UnitDirectory, maker: SheetMaker): DocumentTree {
  const nameOf = namesIn(units);
  const title = sheetTitle(answer, nameOf);
  const properties = {
    title,
    subject: answerMessages.sheet.subject,
    creator: maker.editor,
    compiledOn: maker.today,
  };
  return composeAnswerSheet(answer, sheetWords(answer, title, nameOf, maker), properties, units);
}

function sheetWords(answer: Answer, title: string, nameOf: NameOf, { editor, today }: SheetMaker): AnswerSheetWords {
  const { sheet } = answerMessages;
  return {
    title,
    question: sheet.question(windowWords(answer.question), thingsWords(answer.question)),
    answer: `${answerSentence(answer, nameOf)}${caveatSentence(answer)}`,
    remarks: [
      ...(answer.count > MOST_AT_A_GLANCE ? sharesSentences(answer) : []),
      sheet.rule(ruleSentences(answer, nameOf)),
    ],
    columns: sheet.columns,
    level: sheet.level,
    leftOut: sheet.leftOut,
    lacking: (groups) => sheet.lacking(groups, answer.count),
    signature: `${editor}　${dayWords(today)}`.trim(),
  };
}
