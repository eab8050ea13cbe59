import { ANSWER_GAPS, LEFT_OUT, type Answer } from '#domain/answer/answer-question';
import { answerMessages, sharesSentences } from '../../archive/answer-messages.ts';
import { useNavigation } from '../../navigation/navigation.tsx';
import { messages } from './messages.ts';
import { shownHonors, type Shown } from './shown-honors.ts';
import { YearBars } from './year-bars.tsx';
import styles from './answer.module.css';

type AnswerFactsProps = {
  readonly answer: Answer;
  readonly shown: Shown;
  readonly onShow: (shown: Shown) => void;
};

/** What stands behind the number: the years, and what is not sure. */
export function AnswerFacts({ answer, shown, onShow }: AnswerFactsProps) {
  const byLevel = answer.levels.length > 1 ? sharesSentences(answer)[0] : undefined;
  return (
    <div className={styles['facts']}>
      <div className={styles['fact']}>
        <h2 className={styles['subtitle']}>{messages.byYear}</h2>
        {answer.years.length === 0 ? (
          <p className={styles['quiet']}>{messages.none}</p>
        ) : (
          <YearBars years={answer.years} />
        )}
        {byLevel !== undefined && <p className={styles['quiet']}>{byLevel}</p>}
      </div>
      <Evidence answer={answer} shown={shown} onShow={onShow} />
    </div>
  );
}

/** What may have been meant and is not counted, and what those that count lack; each shows its records. */
function Evidence({ answer, shown, onShow }: AnswerFactsProps) {
  const { go } = useNavigation();
  const parts: readonly (readonly [Shown, string])[] = [
    ...LEFT_OUT.map(
      (reason) => [{ part: 'leftOut', reason }, messages.leftOut(answerMessages.leftOut[reason])] as const,
    ),
    ...ANSWER_GAPS.map((gap) => [{ part: 'lacking', gap }, answerMessages.gaps[gap]] as const),
  ].filter(([part]) => shownHonors(answer, part).length > 0);
  const isShown = (part: Shown) => JSON.stringify(part) === JSON.stringify(shown);
  return (
    <div className={styles['fact']} data-testid="answer-evidence">
      <h2 className={styles['subtitle']}>{messages.evidence}</h2>
      {parts.length === 0 && <p className={styles['quiet']}>{messages.nothingMissing}</p>}
      <ul className={styles['missing']}>
        {parts.map(([part, name]) => (
          <li key={name}>
            <button type="button" className={styles['link']} aria-pressed={isShown(part)} onClick={() => onShow(part)}>
              {name} <b>{shownHonors(answer, part).length}</b>
            </button>
          </li>
        ))}
      </ul>
      {parts.some(([{ part }]) => part === 'lacking') && (
        <button type="button" className={styles['toEvidence']} onClick={() => go({ screen: 'evidence' })}>
          {messages.toEvidence}
        </button>
      )}
    </div>
  );
}
