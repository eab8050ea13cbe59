import { Button, Checkbox, Form, Input, Select } from 'antd';
import {
  DATE_RULES,
  LINE_PARTS,
  RECIPIENT_PARTS,
  USUAL_REQUEST,
  type AnswerRequest,
  type QuestionProblem,
} from '#domain/answer/answer-request';
import { LEVELS } from '#domain/vocabulary/levels';
import { answerMessages } from '../../archive/answer-messages.ts';
import { UnitSelect } from '../../archive/unit-select.tsx';
import { messages } from './messages.ts';
import styles from './answer.module.css';

type QuestionFormProps = {
  readonly request: AnswerRequest;
  readonly problem: QuestionProblem | null;
  readonly onChange: (request: AnswerRequest) => void;
};

/** What is asked and by which rule. Every change is answered at once, so there is nothing to press. */
export function QuestionForm({ request, problem, onChange }: QuestionFormProps) {
  const change = (part: Partial<AnswerRequest>) => onChange({ ...request, ...part });
  const { line, recipients, dates, levels } = request;
  return (
    <section className={styles['form']} aria-label={messages.question}>
      <Form component={false} layout="vertical">
        <Form.Item label={messages.unit} htmlFor="answer-unit">
          <UnitSelect
            id="answer-unit"
            label={messages.unit}
            placeholder={messages.anyUnit}
            value={request.unitId}
            onChange={(unit) => change({ unitId: unit?.id ?? null })}
          />
        </Form.Item>
        <Choice
          id="answer-line"
          label={messages.line}
          value={line}
          names={messages.lines}
          values={LINE_PARTS}
          isDisabled={request.unitId === null}
          onChange={(chosen) => change({ line: chosen })}
        />
        <Form.Item label={messages.levels} htmlFor="answer-levels">
          <Select
            id="answer-levels"
            aria-label={messages.levels}
            mode="multiple"
            allowClear
            placeholder={messages.anyLevel}
            value={[...levels]}
            options={LEVELS.map((level) => ({ value: level, label: level }))}
            onChange={(chosen) => change({ levels: LEVELS.filter((level) => chosen.includes(level)) })}
          />
        </Form.Item>
        <div className={styles['window']}>
          <DateItem end="from" request={request} problem={problem} onChange={change} />
          <DateItem end="to" request={request} problem={problem} onChange={change} />
        </div>
        <Choice
          id="answer-recipients"
          label={messages.recipients}
          value={recipients}
          names={messages.recipientParts}
          values={RECIPIENT_PARTS}
          onChange={(chosen) => change({ recipients: chosen })}
        />
        <Choice
          id="answer-dates"
          label={messages.dates}
          value={dates}
          names={messages.dateRules}
          values={DATE_RULES}
          onChange={(chosen) => change({ dates: chosen })}
        />
        <div className={styles['checks']}>
          <Checkbox
            checked={request.unknownLevel}
            disabled={levels.length === 0}
            onChange={({ target }) => change({ unknownLevel: target.checked })}
          >
            {messages.unknownLevel}
          </Checkbox>
          <Checkbox checked={request.revoked} onChange={({ target }) => change({ revoked: target.checked })}>
            {messages.revoked}
          </Checkbox>
        </div>
        <Button type="link" size="small" onClick={() => onChange({ ...USUAL_REQUEST, unitId: request.unitId })}>
          {messages.usual}
        </Button>
      </Form>
    </section>
  );
}

type ChoiceProps<T extends string> = {
  readonly id: string;
  readonly label: string;
  readonly value: T;
  readonly names: Readonly<Record<T, string>>;
  readonly values: readonly T[];
  readonly isDisabled?: boolean;
  readonly onChange: (value: T) => void;
};

function Choice<T extends string>({ id, label, value, names, values, isDisabled, onChange }: ChoiceProps<T>) {
  return (
    <Form.Item label={label} htmlFor={id}>
      <Select<T>
        id={id}
        aria-label={label}
        value={value}
        disabled={isDisabled === true}
        options={values.map((each) => ({ value: each, label: names[each] }))}
        onChange={onChange}
      />
    </Form.Item>
  );
}

type DateItemProps = Pick<QuestionFormProps, 'request' | 'problem'> & {
  readonly end: 'from' | 'to';
  readonly onChange: (part: Partial<AnswerRequest>) => void;
};

function DateItem({ end, request, problem, onChange }: DateItemProps) {
  const error =
    problem?.where === end ? ({ validateStatus: 'error', help: answerMessages.problem(problem) } as const) : {};
  return (
    <Form.Item label={messages[end]} htmlFor={`answer-${end}`} {...error}>
      <Input
        id={`answer-${end}`}
        value={request[end]}
        placeholder={end === 'from' ? messages.fromHint : messages.toHint}
        autoComplete="off"
        allowClear
        maxLength={40}
        onChange={({ target }) => onChange({ [end]: target.value })}
      />
    </Form.Item>
  );
}
