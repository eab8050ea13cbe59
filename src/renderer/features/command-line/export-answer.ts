import { DOCUMENT_TERMS } from '#domain/document/document-terms';
import { refuse } from '#domain/result';
import { answerSheet, refuseSheet } from '../../archive/answer-sheet.ts';
import { renderDocument } from '../../jobs/produce-document.ts';
import { summarise } from './answer-command.ts';
import { askQuestion, QUESTION_OPTIONS, QUESTION_SWITCHES } from './ask-question.ts';
import { requireOption, type CommandDefinition } from './command.ts';
import { messages } from './messages.ts';
import { handOver } from './write-document.ts';

/** Writes the answer sheet of a question as a Word file. */
export const exportAnswer: CommandDefinition = {
  options: [...QUESTION_OPTIONS, 'out'],
  switches: QUESTION_SWITCHES,
  arguments: 1,
  run: async (command, { archive, settings }) => {
    const out = requireOption(command, 'out');
    if (!out.ok) return out;
    const asked = await askQuestion(command, archive);
    if (!asked.ok) return asked;
    const { answer, units } = asked.value;
    const refused = refuseSheet(answer);
    if (refused !== null) return refuse({ code: 'too-many', message: refused, where: '--out' });
    const editor = settings.editor || DOCUMENT_TERMS.editor;
    const produced = await renderDocument(
      answerSheet(answer, units, { editor, today: archive.today() }),
      answer.honors,
    );
    if (!produced.ok) {
      throw new Error(messages.documentFailed(produced.error.code === 'failed' ? produced.error.detail : ''));
    }
    return handOver(produced.value, 'answer', { entries: answer.count, ...summarise(asked.value) }, []);
  },
};
