import { App } from 'antd';
import { useState } from 'react';
import type { Answer } from '#domain/answer/answer-question';
import type { UnitDirectory } from '#domain/units/unit-directory';
import { DEFAULT_YEARBOOK_EDITOR } from '#domain/yearbook/yearbook-terms';
import { answerSentence, caveatSentence, ruleSentences } from '../../archive/answer-messages.ts';
import { answerSheet, namesIn, refuseSheet, sheetTitle } from '../../archive/answer-sheet.ts';
import { listMessages } from '../../archive/list-messages.ts';
import { exportMoment, listOfKind } from '../../archive/list-outlines.ts';
import { saveProducedFile } from '../../archive/save-produced-file.ts';
import { SavedFileActions } from '../../archive/saved-file-actions.tsx';
import { useSession } from '../../archive/session-context.tsx';
import { useListExport } from '../../archive/use-list-export.tsx';
import { produceDocument } from '../../jobs/produce-document.ts';
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
    const editor = settings.editor || DEFAULT_YEARBOOK_EDITOR;
    setMaking(true);
    const outcome = await saveProducedFile(() => produceDocument(answerSheet(answer, units, { editor, today })), {
      suggestedName: `${listMessages.fileName(title, today)}.docx`,
      type: 'docx',
    });
    setMaking(false);
    if (outcome.state === 'cancelled') return void message.info(messages.wordCancelled);
    const isDone = outcome.state === 'done';
    notification.open({
      type: isDone ? 'success' : 'error',
      title: isDone ? messages.wordDone : messages.wordFailed,
      description: isDone ? outcome.path : outcome.reason,
      ...(isDone ? { actions: <SavedFileActions /> } : {}),
      duration: isDone ? TOLD_SECONDS : 0,
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
