import { useMemo } from 'react';
import { answerQuestion, type Answer } from '#domain/answer/answer-question';
import type { AnswerQuestion } from '#domain/answer/answer-request';
import { certifiedIds } from '#domain/attachments/certified-ids';
import { unitLine } from '#domain/units/unit-line';
import { useRecords } from '../../archive/use-records.ts';
import { useRecordsOfUnits, useSuccession } from '../../archive/use-unit-line.ts';

const NO_UNITS: readonly string[] = [];

/** The answer to a question as the archive is now; null as long as the question cannot be understood. */
export function useAnswer(question: AnswerQuestion | null): Answer | null {
  const honors = useRecords('honor');
  const attachments = useRecords('attachment');
  const succession = useSuccession();
  const unitId = question?.unitId ?? null;
  const ids = useMemo(() => (unitId === null ? NO_UNITS : unitLine(unitId, succession).ids), [unitId, succession]);
  const recordsOf = useRecordsOfUnits(ids);
  const certified = useMemo(() => certifiedIds(attachments), [attachments]);
  return useMemo(
    () => question && answerQuestion(question, { honors, recordsOf, succession, certified }),
    [question, honors, recordsOf, succession, certified],
  );
}
