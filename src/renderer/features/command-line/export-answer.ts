import { DEFAULT_YEARBOOK_EDITOR } from '#domain/yearbook/yearbook-terms';
import { refuse, succeed } from '#domain/result';
import { answerSheet, refuseSheet } from '../../archive/answer-sheet.ts';
import { renderDocument } from '../../jobs/produce-document.ts';
import { summarise } from './answer-command.ts';
import { askQuestion, QUESTION_OPTIONS, QUESTION_SWITCHES } from './ask-question.ts';
import { requireOption, type CommandDefinition } from './command.ts';
import { messages } from './messages.ts';
import { saveOutput } from './save-output.ts';

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
    const editor = settings.editor || DEFAULT_YEARBOOK_EDITOR;
    const produced = await renderDocument(answerSheet(answer, units, { editor, today: archive.today() }));
    if (!produced.ok) {
      throw new Error(messages.exports.listFailed(produced.error.code === 'failed' ? produced.error.detail : ''));
    }
    const saved = await saveOutput('answer', 'docx', produced.value.bytes);
    if (!saved.ok) return saved;
    const { path, bytes } = saved.value;
    return succeed({
      json: { ok: true, file: path, bytes, entries: answer.count, ...summarise(asked.value) },
      text: messages.exported(path, answer.count),
    });
  },
};
