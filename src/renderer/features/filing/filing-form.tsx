import { Alert, AutoComplete, Button, Checkbox, Form, Input, InputNumber } from 'antd';
import type { KeyboardEvent } from 'react';
import type { FilingItem } from '#domain/records/filing-item';
import type { FilableRecord } from '#domain/filing/filable-record';
import { SECRECY_LEVELS } from '#domain/filing/secrecy';
import { fieldLabel } from '../../archive/field-labels.ts';
import { useNavigation } from '../../navigation/navigation.tsx';
import styles from './filing.module.css';
import { messages } from './messages.ts';
import { RetentionChoice } from './paper-filters.tsx';
import { useFilingForm } from './use-filing-form.ts';

type FilingFormProps = {
  readonly owner: FilableRecord;
  readonly item: FilingItem | null;
  readonly layout: 'wide' | 'narrow';
  readonly onSaved: () => void;
  readonly onCancel?: () => void;
};

type Handle = { readonly form: ReturnType<typeof useFilingForm> };

/** The filing of one record: what the code does not fix, and before it is issued also what it will be made of. */
export function FilingForm({ owner, item, layout, onSaved, onCancel }: FilingFormProps) {
  const { leave } = useNavigation();
  const form = useFilingForm(owner, item, onSaved);
  const { values, set, help } = form;
  return (
    <Form component={false} layout="vertical" disabled={form.isSaving}>
      <div className={layout === 'wide' ? styles['fields'] : styles['narrowFields']} data-testid="filing-form">
        {(item?.code ?? '') === '' && <CodeParts form={form} />}
        <Form.Item label={fieldLabel('box')} htmlFor="filing-box" {...help('box')}>
          <Input id="filing-box" value={values.box} onChange={(event) => set({ box: event.target.value })} />
        </Form.Item>
        <Form.Item label={fieldLabel('pages')} htmlFor="filing-pages" {...help('pages')}>
          <InputNumber
            id="filing-pages"
            className={styles['full'] ?? ''}
            min={1}
            precision={0}
            value={values.pages}
            onChange={(pages) => set({ pages })}
          />
        </Form.Item>
        <div className={styles['wide']}>
          <SecrecyWarning />
        </div>
        <SecrecyField form={form} />
        <Form.Item label={messages.section.titleLabel} htmlFor="filing-made-up">
          <Checkbox
            id="filing-made-up"
            checked={values.isTitleMadeUp}
            onChange={(event) => set({ isTitleMadeUp: event.target.checked })}
          >
            {messages.form.titleMadeUp}
          </Checkbox>
        </Form.Item>
        <Form.Item className={styles['wide'] ?? ''} label={fieldLabel('note')} htmlFor="filing-note" {...form.noteHelp}>
          <Input.TextArea
            id="filing-note"
            rows={2}
            value={values.note}
            onChange={(event) => set({ note: event.target.value })}
          />
        </Form.Item>
      </div>
      <div className={styles['buttons']}>
        <Button type="primary" loading={form.isSaving} onClick={() => void form.save()}>
          {messages.form.save}
        </Button>
        {onCancel && <Button onClick={() => leave(onCancel)}>{messages.form.cancel}</Button>}
      </div>
    </Form>
  );
}

/** Typed rather than chosen: somebody with a secret paper before them is to be stopped, not to pick what is nearest. */
function SecrecyField({ form: { values, set, help } }: Handle) {
  return (
    <Form.Item label={fieldLabel('secrecy')} htmlFor="filing-secrecy" {...help('secrecy')}>
      <AutoComplete
        id="filing-secrecy"
        placeholder={messages.form.secrecyHint}
        defaultActiveFirstOption={false}
        onInputKeyDown={leaveByTab}
        value={values.secrecy}
        options={SECRECY_LEVELS.map((level) => ({ value: level as string }))}
        onChange={(secrecy: string | undefined) => set({ secrecy: secrecy ?? '' })}
      />
    </Form.Item>
  );
}

/** What the code will be made of, where it is other than the record and the settings say. */
function CodeParts({ form: { values, set, help } }: Handle) {
  return (
    <>
      <Form.Item label={fieldLabel('retention')} htmlFor="filing-retention" {...help('retention')}>
        <RetentionChoice
          id="filing-retention"
          value={values.retention || null}
          nothing={messages.form.noRetention}
          onChange={(retention) => set({ retention: retention ?? '' })}
        />
      </Form.Item>
      <Form.Item label={fieldLabel('year')} htmlFor="filing-year" {...help('year')}>
        <InputNumber
          id="filing-year"
          className={styles['full'] ?? ''}
          placeholder={messages.issue.yearHint}
          precision={0}
          controls={false}
          value={values.year}
          onChange={(year) => set({ year })}
        />
      </Form.Item>
    </>
  );
}

/** Says what must never be entered, where it would be (reference/domain.md, "Secrecy"). */
export function SecrecyWarning() {
  const { title, body } = messages.secrecyWarning;
  const said = (
    <>
      <strong>{title}</strong>
      {body}
    </>
  );
  return <Alert className={styles['alert'] ?? ''} type="warning" title={said} />;
}

/** Tab leaves the field as it was typed; left to itself the list would take it as a choice of the marked item. */
function leaveByTab(event: KeyboardEvent<HTMLElement>): void {
  if (event.key === 'Tab') event.stopPropagation();
}
