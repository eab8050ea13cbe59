import { CopyOutlined, FileExcelOutlined, FileWordOutlined } from '@ant-design/icons';
import { Alert, Button, Empty } from 'antd';
import { useDeferredValue, useMemo, useState } from 'react';
import type { Answer } from '#domain/answer/answer-question';
import { answerRequestSchema, readQuestion, USUAL_REQUEST, type AnswerRequest } from '#domain/answer/answer-request';
import type { UnitDirectory } from '#domain/units/unit-directory';
import { answerMessages, answerSentence, caveatSentence, ruleSentences } from '../../archive/answer-messages.ts';
import { namesIn } from '../../archive/answer-sheet.ts';
import { useSession } from '../../archive/session-context.tsx';
import { useRecords } from '../../archive/use-records.ts';
import { useUnitDirectory } from '../../archive/use-unit-directory.ts';
import { Page } from '../../components/page.tsx';
import { useRemembered } from '../../hooks/use-remembered.ts';
import { useNavigation } from '../../navigation/navigation.tsx';
import { AnswerFacts } from './answer-facts.tsx';
import { AnswerList } from './answer-list.tsx';
import { messages } from './messages.ts';
import { QuestionForm } from './question-form.tsx';
import { COUNTED, shownHonors, type Shown } from './shown-honors.ts';
import { useAnswer } from './use-answer.ts';
import { useAnswerExport } from './use-answer-export.tsx';
import styles from './answer.module.css';

/** How many honours a unit has won since when: the question at the left, its answer beside it at once. */
export function AnswerScreen() {
  const { go } = useNavigation();
  const isEmpty = useRecords('honor').length === 0;
  return (
    <Page title={messages.title} hint={messages.hint} width="fill">
      {isEmpty ? (
        <Empty className={styles['empty'] ?? ''} description={messages.noHonors}>
          <Button type="primary" onClick={() => go({ screen: 'new', kind: 'honor' })}>
            {messages.addHonor}
          </Button>
        </Empty>
      ) : (
        <QuestionAndAnswer />
      )}
    </Page>
  );
}

function QuestionAndAnswer() {
  const { archive } = useSession();
  const units = useUnitDirectory();
  const [remembered, remember] = useRemembered<AnswerRequest>('answer/question', answerRequestSchema, USUAL_REQUEST);
  const request = useMemo(() => withKnownUnit(remembered, units), [remembered, units]);
  const today = archive.today();
  const read = useMemo(() => readQuestion(request, today), [request, today]);
  const question = useDeferredValue(read.ok ? read.value : null);
  const answer = useAnswer(question);
  return (
    <div className={styles['split']}>
      <QuestionForm request={request} problem={read.ok ? null : read.error} onChange={remember} />
      <div className={styles['result']}>
        {!read.ok && (
          <Alert type="warning" showIcon title={answerMessages.problem(read.error)} description={messages.mend} />
        )}
        {answer && read.ok && <GivenAnswer answer={answer} units={units} />}
      </div>
    </div>
  );
}

/** A unit that is gone since the question was asked last is asked about no more. */
function withKnownUnit(request: AnswerRequest, units: UnitDirectory): AnswerRequest {
  return request.unitId === null || units.get(request.unitId) ? request : { ...request, unitId: null };
}

type GivenAnswerProps = { readonly answer: Answer; readonly units: UnitDirectory };

function GivenAnswer({ answer, units }: GivenAnswerProps) {
  const [wanted, setShown] = useState<Shown>(COUNTED);
  const shown = shownHonors(answer, wanted).length > 0 ? wanted : COUNTED;
  return (
    <>
      <AnswerHead answer={answer} units={units} />
      <AnswerFacts answer={answer} shown={shown} onShow={setShown} />
      <AnswerList answer={answer} shown={shown} onShow={setShown} />
    </>
  );
}

function AnswerHead({ answer, units }: GivenAnswerProps) {
  const { copy, exportWord, exportExcel, isMaking } = useAnswerExport(answer, units);
  const nameOf = namesIn(units);
  const caveat = caveatSentence(answer);
  return (
    <section className={styles['head']} aria-label={messages.answer}>
      <div className={styles['number']} data-testid="answer-count">
        {answer.count}
        <span className={styles['measure']}>{messages.unit1}</span>
      </div>
      <div className={styles['said']} aria-live="polite">
        <p className={styles['sentence']} data-testid="answer-sentence">
          {answerSentence(answer, nameOf)}
        </p>
        {caveat !== '' && <p className={styles['caveat']}>{caveat}</p>}
        <p className={styles['rule']}>{messages.rule(ruleSentences(answer, nameOf).join(''))}</p>
        <div className={styles['actions']}>
          <Button size="small" icon={<CopyOutlined aria-hidden />} onClick={() => void copy()}>
            {messages.copy}
          </Button>
          <Button
            size="small"
            icon={<FileWordOutlined aria-hidden />}
            loading={isMaking}
            onClick={() => void exportWord()}
          >
            {messages.word}
          </Button>
          <Button
            size="small"
            icon={<FileExcelOutlined aria-hidden />}
            disabled={answer.count === 0}
            onClick={exportExcel}
          >
            {messages.excel}
          </Button>
        </div>
      </div>
    </section>
  );
}
