import { Checkbox, Form, Input, Radio, Space } from 'antd';
import type { PictureChoice, YearbookChapter } from '#domain/yearbook/yearbook-options';
import { messages } from './messages.ts';
import type { YearbookTextState } from './use-yearbook-texts.ts';
import styles from './documents.module.css';

const PER_PAGE = [2, 1] as const;
/** Kept as JSON in a field of 20,000 characters, two texts together. */
const LONGEST_TEXT = 8_000;

type PictureFieldsProps = {
  readonly choice: PictureChoice;
  readonly change: (choice: PictureChoice) => void;
};

/** How the pictures of a yearbook stand, and which. */
export function PictureFields({ choice, change }: PictureFieldsProps) {
  return (
    <Form.Item label={messages.perPage}>
      <Space size="large" wrap>
        <Radio.Group
          value={choice.perPage}
          onChange={(event) => change({ ...choice, perPage: event.target.value as PictureChoice['perPage'] })}
          options={PER_PAGE.map((value) => ({ value, label: messages.perPageItem(value) }))}
        />
        <Checkbox
          checked={choice.certificates}
          onChange={(event) => change({ ...choice, certificates: event.target.checked })}
        >
          {messages.certificates}
        </Checkbox>
      </Space>
    </Form.Item>
  );
}

type TextFieldsProps = {
  readonly year: number;
  readonly chapters: readonly YearbookChapter[];
  readonly state: YearbookTextState;
};

/** The chapters that the office writes itself; what is typed is kept when the field is left. */
export function TextFields({ year, chapters, state: { texts, change, keep } }: TextFieldsProps) {
  return (['special', 'overview'] as const)
    .filter((chapter) => chapters.includes(chapter))
    .map((chapter) => (
      <Form.Item
        key={chapter}
        label={messages[chapter]}
        htmlFor={`yearbook-${chapter}`}
        extra={messages.ownTextHint(year)}
      >
        <Input.TextArea
          id={`yearbook-${chapter}`}
          value={texts[chapter]}
          maxLength={LONGEST_TEXT}
          className={styles['ownText'] ?? ''}
          onChange={(event) => change({ [chapter]: event.target.value })}
          onBlur={() => void keep()}
        />
      </Form.Item>
    ));
}
