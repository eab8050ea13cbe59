import { Form, Input } from 'antd';
import { LONGEST_PASSPHRASE } from '#contract/lock-contract';

type PassphraseFieldsProps<Field extends string> = {
  /** Tells its fields from those of another form. */
  readonly name: string;
  readonly fields: readonly Field[];
  readonly labels: Readonly<Record<Field, string>>;
  /** Below a field that is as it should be. */
  readonly hints: Readonly<Partial<Record<Field, string>>>;
  readonly typed: Readonly<Record<Field, string>>;
  readonly problem: { readonly field: Field; readonly text: string } | null;
  readonly onType: (field: Field, text: string) => void;
};

/** Fields for passphrases, below each other, of which one at a time is told to be wrong. */
export function PassphraseFields<Field extends string>(props: PassphraseFieldsProps<Field>) {
  const { name, fields, labels, hints, typed, problem, onType } = props;
  return (
    <Form layout="vertical">
      {fields.map((field) => {
        const isWrong = problem?.field === field;
        return (
          <Form.Item
            key={field}
            label={labels[field]}
            htmlFor={`${name}-${field}`}
            validateStatus={isWrong ? 'error' : ''}
            help={isWrong && <span role="alert">{problem.text}</span>}
            extra={hints[field]}
          >
            <Input.Password
              id={`${name}-${field}`}
              autoComplete="off"
              maxLength={LONGEST_PASSPHRASE}
              value={typed[field]}
              onChange={({ target }) => onType(field, target.value)}
            />
          </Form.Item>
        );
      })}
    </Form>
  );
}
