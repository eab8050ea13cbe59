import type { ReactNode } from 'react';
import type { EntryKind } from '#domain/records/record-base';
import { LEVELS } from '#domain/vocabulary/levels';
import { PLAN_KINDS, PLAN_STATUSES } from '#domain/vocabulary/plan-terms';
import { WORKS } from '#domain/vocabulary/works';
import {
  ChoiceField,
  CollectiveField,
  CountField,
  DateField,
  NamesField,
  TextField,
  WorksField,
  type FormHandle,
} from './fields.tsx';
import { messages } from './messages.ts';
import styles from './entry-form.module.css';

type EntryFieldsProps = { readonly kind: EntryKind; readonly form: FormHandle };

/** The fields of a kind, in the order in which a certificate or a document is read. */
export function EntryFields({ kind, form }: EntryFieldsProps) {
  const wide = (field: ReactNode) => <div className={styles['wide']}>{field}</div>;
  return (
    <div className={styles['fields']}>
      {wide(<TextField form={form} name="title" placeholder={messages.titleHint[kind]} autoFocus required />)}
      {kind === 'honor' && <HonorFields kind={kind} form={form} />}
      {kind === 'plan' && <PlanFields kind={kind} form={form} />}
      {kind === 'activity' && <ActivityFields kind={kind} form={form} />}
      {wide(<TextField form={form} name="note" rows={2} />)}
      {wide(<TextField form={form} name="source" rows={2} />)}
    </div>
  );
}

function HonorFields({ form }: EntryFieldsProps) {
  const isCollective = form.values['collective'] === true;
  return (
    <>
      <DateField form={form} name="date" />
      <ChoiceField form={form} name="level" choices={LEVELS} nothing={messages.noLevel} />
      <NamesField
        form={form}
        name="recipients"
        placeholder={isCollective ? messages.namesHint : messages.peopleHint}
        suggest={isCollective}
      />
      <CollectiveField form={form} name="collective" />
      <NamesField form={form} name="awardedBy" />
      <TextField form={form} name="documentNo" />
      <div className={styles['wide']}>
        <WorksField form={form} name="works" choices={WORKS} placeholder={messages.worksHint} />
      </div>
    </>
  );
}

function PlanFields({ form }: EntryFieldsProps) {
  return (
    <>
      <ChoiceField form={form} name="planKind" choices={PLAN_KINDS} />
      <TextField form={form} name="documentNo" />
      <NamesField form={form} name="issuers" />
      <ChoiceField form={form} name="status" choices={PLAN_STATUSES} />
      <DateField form={form} name="issued" />
      <DateField form={form} name="effective" />
      <DateField form={form} name="expires" />
    </>
  );
}

function ActivityFields({ form }: EntryFieldsProps) {
  return (
    <>
      <TextField form={form} name="series" />
      <TextField form={form} name="episode" />
      <DateField form={form} name="date" />
      <TextField form={form} name="place" />
      <NamesField form={form} name="hosts" />
      <NamesField form={form} name="coHosts" />
      <NamesField form={form} name="participants" />
      <CountField form={form} name="headcount" />
      <div className={styles['wide']}>
        <TextField form={form} name="summary" rows={4} />
      </div>
    </>
  );
}
