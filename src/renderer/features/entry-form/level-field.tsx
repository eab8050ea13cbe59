import { Button, Select } from 'antd';
import { useMemo, type ReactNode } from 'react';
import { LEVELS } from '#domain/vocabulary/levels';
import { useRecords, useRulebook } from '../../archive/use-records.ts';
import { passByList } from './completing-input.tsx';
import { deriveFormLevel, needsLevelReason, type FormLevel } from './derived-level.ts';
import { PhraseField } from './fields.tsx';
import { fieldId, type FieldProps, type FormHandle } from './form-handle.ts';
import { Labelled } from './labelled.tsx';
import { messages } from './messages.ts';
import styles from './entry-form.module.css';

/** The level that follows from what stands in an honour's form; null when none does. */
function useDerivedLevel({ values, units }: Pick<FormHandle, 'values' | 'units'>): FormLevel | null {
  const programmes = useRecords('programme');
  const rulebook = useRulebook();
  const { awardedBy, programme } = values;
  return useMemo(
    () => deriveFormLevel({ awardedBy, programme }, { units, programmes, rulebook }),
    [awardedBy, programme, units, programmes, rulebook],
  );
}

/** The level of an honour: left alone it follows from who awarded it, and says from what. */
export function LevelField({ form, name }: FieldProps) {
  const derived = useDerivedLevel(form);
  const value = form.values[name] as string | null;
  const derive = () => {
    form.set(name, null);
    form.set('levelReason', '');
  };
  const options = [
    { value: '', label: messages.level.derive },
    ...LEVELS.map((level) => ({ value: level, label: level })),
  ];
  return (
    <Labelled form={form} name={name} help={explain(form, value, derived, derive)}>
      <Select
        id={fieldId(form, name)}
        value={value ?? ''}
        onInputKeyDown={passByList}
        onChange={(chosen) => (chosen === '' ? derive() : form.set(name, chosen))}
        options={options}
      />
    </Labelled>
  );
}

function explain(form: FormHandle, value: string | null, derived: FormLevel | null, derive: () => void): ReactNode {
  if (value === null) {
    if (derived) return messages.level.derived(derived.level, derived.because);
    return (form.values['awardedBy'] as readonly string[]).length > 0 ? messages.level.notDerived : null;
  }
  if (derived === null) return null;
  if (derived.level === value) return messages.level.agrees(derived.because);
  return (
    <>
      <span className={styles['concern']}>{messages.level.differs(derived.level, derived.because)}</span>
      <Button type="link" size="small" className={styles['inline'] ?? ''} onClick={derive}>
        {messages.level.back}
      </Button>
    </>
  );
}

/** Asked for while another level is stated than the one that follows. */
export function LevelReasonField({ form, name }: FieldProps) {
  const derived = useDerivedLevel(form);
  if (!needsLevelReason(form.values, derived) && form.values[name] === '') return null;
  return (
    <div className={styles['wide']}>
      <PhraseField form={form} name={name} placeholder={messages.level.reasonHint} />
    </div>
  );
}
