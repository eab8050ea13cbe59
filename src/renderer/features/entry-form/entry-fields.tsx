import { memo } from 'react';
import type { AnyField } from '#domain/records/field';
import { fieldsOf } from '#domain/records/record-fields';
import { fieldLabel } from '../../archive/field-labels.ts';
import { ChoiceField, ChoicesField, CountField, DateField, PhraseField, TextField } from './fields.tsx';
import type { FormHandle } from './form-handle.ts';
import { FORM_LAYOUTS, isWide, OPEN_AT_FIRST, type FormSectionLayout } from './form-layout.ts';
import { FormSection } from './form-section.tsx';
import { isFilled } from './form-values.ts';
import { LevelField, LevelReasonField } from './level-field.tsx';
import { messages } from './messages.ts';
import { BodiesField, NamesField } from './names-field.tsx';
import { RecipientsField } from './recipients-field.tsx';
import { ReferenceField } from './reference-field.tsx';
import { RowsField } from './rows-field.tsx';
import { SimilarRecords } from './similar-records.tsx';
import styles from './entry-form.module.css';

type EntryFieldsProps = {
  readonly form: FormHandle;
  /** The record that is edited, which is no duplicate of itself. */
  readonly editedId: string | null;
  /** Shows another record beside the form. */
  readonly onPeek: (id: string) => void;
};

/** The fields of a kind: what is nearly always filled in, then the rest in sections. */
export const EntryFields = memo(({ form, editedId, onPeek }: EntryFieldsProps) => {
  const { main, sections } = FORM_LAYOUTS[form.kind];
  const fields = new Map(fieldsOf(form.kind));
  const draw = (names: readonly string[]) =>
    names.map((name) => <PlacedField key={name} form={form} name={name} field={fields.get(name)} />);
  const [title = 'title', ...rest] = main;
  return (
    <>
      <div className={styles['fields']}>
        <div className={styles['with-similar']}>
          <SimilarRecords form={form} editedId={editedId} onPeek={onPeek} />
          {draw([title])}
        </div>
        {draw(rest)}
      </div>
      {sections.map((section) => (
        <FormSection
          key={section.key}
          title={messages.sections[section.key]}
          memory={`form-section:${form.kind}:${section.key}`}
          isOpenAtFirst={OPEN_AT_FIRST.has(section.key)}
          mustBeOpen={hasProblem(form, section)}
          filled={filledLabels(form, section, fields)}
        >
          <div className={styles['fields']}>{draw(section.fields)}</div>
        </FormSection>
      ))}
    </>
  );
});

function hasProblem({ problems }: FormHandle, section: FormSectionLayout): boolean {
  return problems.some(({ field }) => section.fields.includes(field.replace(/[[.].*$/, '')));
}

function filledLabels(
  form: FormHandle,
  section: FormSectionLayout,
  fields: ReadonlyMap<string, AnyField>,
): readonly string[] {
  return section.fields
    .filter((name) => {
      const field = fields.get(name);
      return field !== undefined && isFilled(form.kind, name, field, form.values[name]);
    })
    .map((name) => fieldLabel(name, form.kind));
}

type PlacedFieldProps = { readonly form: FormHandle; readonly name: string; readonly field: AnyField | undefined };

/** A field in its place of the two columns. */
function PlacedField({ form, name, field }: PlacedFieldProps) {
  // Drawn with `recipients`, which mean something else by it.
  if (!field || field.type === 'flag') return null;
  if (name === 'levelReason') return <LevelReasonField form={form} name={name} />;
  return (
    <div className={isWide(form.kind, name, field.type) ? styles['wide'] : undefined}>
      <EntryField form={form} name={name} field={field} />
    </div>
  );
}

type EntryFieldProps = { readonly form: FormHandle; readonly name: string; readonly field: AnyField };

/** The input for a field of any type. */
function EntryField({ form, name, field }: EntryFieldProps) {
  switch (field.type) {
    case 'title':
      return <TextField form={form} name={name} placeholder={messages.titleHint[form.kind]} required />;
    case 'text':
    case 'flag':
      return <PhraseField form={form} name={name} />;
    case 'prose':
      return <TextField form={form} name={name} rows={PROSE_ROWS[name] ?? 2} />;
    case 'choice':
      return <ChoiceField form={form} name={name} choices={field.choices ?? []} />;
    case 'level':
      if (form.kind === 'honor') return <LevelField form={form} name={name} />;
      return <ChoiceField form={form} name={name} choices={field.choices ?? []} nothing={messages.noLevel} />;
    case 'choices':
      return <ChoicesField form={form} name={name} choices={field.choices ?? []} />;
    case 'date':
      return <DateField form={form} name={name} />;
    case 'count':
      return <CountField form={form} name={name} />;
    case 'names':
      return <NamesField form={form} name={name} />;
    case 'bodies':
      return <BodiesField form={form} name={name} />;
    case 'recipients':
      return <RecipientsField form={form} name={name} />;
    case 'reference':
      return <ReferenceField form={form} name={name} kind={field.refersTo === 'plan' ? 'plan' : 'programme'} />;
    case 'rows':
      return <RowsField form={form} name={name} field={field} />;
  }
}

const PROSE_ROWS: Readonly<Record<string, number>> = { summary: 4, fullText: 8 };
