import { App } from 'antd';
import { useState } from 'react';
import type { Answer } from '#domain/answer/answer-question';
import type { UnitDirectory } from '#domain/units/unit-directory';
import { DOCUMENT_TERMS } from '#domain/document/document-terms';
import { answerSentence, caveatSentence, ruleSentences } from '../../archive/answer-messages.ts';
import { answerSheet, namesIn, refuseSheet, sheetTitle } from '../../archive/answer-sheet.ts';
import { documentMessages } from '../../archive/document-messages.ts';
import { listMessages } from '../../archive/list-messages.ts';
import { exportMoment, listOfKind } from '../../archive/list-outlines.ts';
import { saveProducedFile } from '../../archive/save-produced-file.ts';
import { SavedFileActions } from '../../archive/saved-file-actions.tsx';
import { useSession } from '../../archive/session-context.tsx';
import { useListExport } from '../../archive/use-list-export.tsx';
import { renderDocument } from '../../jobs/produce-document.ts';
import { messages } from './messages.ts';

const TOLD_SECONDS = 20;
const PLACEMENT = 'bottomRight';

/** Takes an answer out of the window: to the clipboard, as a sheet for Word, as a list for Excel. */
export function useAnswerExport(answer: Answer, units: UnitDirectory) {
  const { archive, settings } = useSession();
  const { notification, message } = App.useApp();
  const { exportLists } = useListExport();
  const [isMaking, setMaking] = useState(false);
  const nameOf = namesIn(units);
  const title = sheetTitle(answer, nameOf);
  const sentence = `${answerSentence(answer, nameOf)}${caveatSentence(answer)}`;

  const copy = async () => {
    try {
      await navigator.clipboard.writeText(sentence);
      void message.success(messages.copied);
    } catch {
      void message.error(messages.copyFailed);
    }
  };
  const exportWord = async () => {
    const refused = refuseSheet(answer);
    if (refused !== null) return void message.warning(refused);
    const today = archive.today();
    const editor = settings.editor || DOCUMENT_TERMS.editor;
    setMaking(true);
    const outcome = await saveProducedFile(
      () => renderDocument(answerSheet(answer, units, { editor, today }), answer.honors),
      {
        suggestedName: `${listMessages.fileName(title, today)}.docx`,
        type: 'docx',
      },
    );
    setMaking(false);
    if (outcome.state === 'cancelled') return void message.info(messages.wordCancelled);
    const isDone = outcome.state === 'done';
    const failed = isDone ? outcome.produced.checks.filter(({ ok }) => !ok) : [];
    const isSound = failed.length === 0;
    notification.open({
      type: isDone ? (isSound ? 'success' : 'warning') : 'error',
      title: isDone ? (isSound ? messages.wordDone : documentMessages.someFailed(failed.length)) : messages.wordFailed,
      description: isDone ? [outcome.path, ...failed.map(documentMessages.check)].join('\n') : outcome.reason,
      ...(isDone ? { actions: <SavedFileActions /> } : {}),
      duration: isDone && isSound ? TOLD_SECONDS : 0,
      placement: PLACEMENT,
    });
  };
  const exportExcel = () => {
    const about = [sentence, ruleSentences(answer, nameOf).join(''), exportMoment()];
    const list = listOfKind('honor', answer.honors, 'xlsx', { title, about });
    void exportLists({ title, type: 'xlsx', lists: [list] });
  };
  return { copy, exportWord, exportExcel, isMaking };
}
