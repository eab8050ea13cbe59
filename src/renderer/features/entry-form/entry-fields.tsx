import type { AnyField } from '#domain/records/field';
import type { LedgerKind } from '#domain/records/record-base';
import { fieldsOf } from '#domain/records/record-fields';
import {
  CollectiveField,
  ChoiceField,
  CountField,
  DateField,
  NamesField,
  TextField,
  WorksField,
  type FormHandle,
} from './fields.tsx';
import { messages } from './messages.ts';
import styles from './entry-form.module.css';

const WIDE_TYPES: ReadonlySet<AnyField['type']> = new Set(['title', 'prose', 'rows', 'choices']);

/** The fields of a kind, in the order in which a certificate or a document is read. */
export function EntryFields({ kind, form }: { readonly kind: LedgerKind; readonly form: FormHandle }) {
  return (
    <div className={styles['fields']}>
      {fieldsOf(kind).map(([name, field]) => (
        <div key={name} className={WIDE_TYPES.has(field.type) ? styles['wide'] : undefined}>
          <EntryField kind={kind} form={form} name={name} field={field} />
        </div>
      ))}
    </div>
  );
}

type EntryFieldProps = {
  readonly kind: LedgerKind;
  readonly form: FormHandle;
  readonly name: string;
  readonly field: AnyField;
};

/** The input for a field of any type. */
function EntryField({ kind, form, name, field }: EntryFieldProps) {
  switch (field.type) {
    case 'title':
      return <TextField form={form} name={name} placeholder={messages.titleHint[kind]} autoFocus required />;
    case 'text':
      return <TextField form={form} name={name} />;
    case 'prose':
      return <TextField form={form} name={name} rows={name === 'summary' || name === 'fullText' ? 4 : 2} />;
    case 'choice':
      return <ChoiceField form={form} name={name} choices={field.choices ?? []} />;
    case 'level':
      return <ChoiceField form={form} name={name} choices={field.choices ?? []} nothing={messages.noLevel} />;
    case 'choices':
      return <WorksField form={form} name={name} choices={field.choices ?? []} placeholder={messages.worksHint} />;
    case 'date':
      return <DateField form={form} name={name} />;
    case 'count':
      return <CountField form={form} name={name} />;
    case 'flag':
      return <CollectiveField form={form} name={name} />;
    case 'names':
      return <NamesField form={form} name={name} suggest={false} />;
    case 'bodies':
      return <NamesField form={form} name={name} />;
    case 'recipients': {
      const isCollective = form.values['collective'] === true;
      const hint = isCollective ? messages.namesHint : messages.peopleHint;
      return <NamesField form={form} name={name} placeholder={hint} suggest={isCollective} />;
    }
    default:
      return null;
  }
}
