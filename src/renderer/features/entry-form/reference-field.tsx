import { Button } from 'antd';
import { useCallback, useState, type ReactNode } from 'react';
import type { RecordOf } from '#domain/records/archive-record';
import type { RecordReference } from '#domain/records/reference-fields';
import { unitNameKey } from '#domain/units/unit-directory';
import { KIND_NAMES } from '../../components/kind-names.ts';
import { useRecords } from '../../archive/use-records.ts';
import { CompletingInput } from './completing-input.tsx';
import { findProgramme } from './derived-level.ts';
import { fieldId, type FieldProps } from './form-handle.ts';
import { Labelled } from './labelled.tsx';
import { messages } from './messages.ts';
import { NewProgrammeDialog } from './new-programme-dialog.tsx';
import type { Candidate } from './suggestions.ts';
import styles from './entry-form.module.css';

/** The kinds that a ledger's records refer to. */
type ReferredKind = 'programme' | 'plan';

/** Another record by its title; a title that none has stays as it is printed. */
export function ReferenceField({ form, name, kind }: FieldProps & { readonly kind: ReferredKind }) {
  const value = form.values[name] as RecordReference | null;
  const records: readonly RecordOf<ReferredKind>[] = useRecords(kind);
  const candidates = useCallback(() => records.map(candidateOf), [records]);
  const [isAdding, setAdding] = useState(false);
  const set = (reference: RecordReference | null) => form.set(name, reference);
  const resolve = () => {
    if (value === null || value.id !== null) return;
    const key = unitNameKey(value.printed);
    const named = records.filter((record) =>
      [record.title, ...aliasesOf(record)].some((title) => unitNameKey(title) === key),
    );
    if (named.length === 1 && named[0]) set({ printed: value.printed, id: named[0].id });
  };
  const target = value?.id ? records.find(({ id }) => id === value.id) : undefined;
  const isUnknown = value !== null && value.id === null;
  const help = (
    <>
      {target && messages.reference.linked(KIND_NAMES[kind], target.title === value?.printed ? '' : target.title)}
      {isUnknown && messages.reference.asPrinted(KIND_NAMES[kind])}
      {isUnknown && kind === 'programme' && (
        <HelpButton onClick={() => setAdding(true)}>{messages.reference.addProgramme}</HelpButton>
      )}
      {kind === 'programme' && <HostsOffer form={form} name={name} />}
    </>
  );
  return (
    <Labelled form={form} name={name} help={value === null ? null : help}>
      <CompletingInput
        id={fieldId(form, name)}
        value={value?.printed ?? ''}
        onChange={(text) => set(text === '' ? null : { printed: text, id: null })}
        onPick={({ text, id }) => set({ printed: text, id: (id ?? null) as RecordReference['id'] })}
        onLeave={resolve}
        matcher={form.matcher}
        candidates={candidates}
        takesFirst
      />
      {isAdding && (
        <NewProgrammeDialog
          form={form}
          title={value?.printed ?? ''}
          onClose={() => setAdding(false)}
          onAdded={({ title, id }) => {
            set({ printed: title, id });
            setAdding(false);
          }}
        />
      )}
    </Labelled>
  );
}

function candidateOf(record: RecordOf<ReferredKind>): Candidate {
  return { text: record.title, names: aliasesOf(record), id: record.id };
}

function aliasesOf(record: RecordOf<ReferredKind>): readonly string[] {
  return record.kind === 'programme' ? record.aliases : [];
}

/** The bodies that hold the programme usually award its honours: one press takes them over. */
function HostsOffer({ form, name }: FieldProps) {
  const programmes = useRecords('programme');
  const programme = findProgramme(form.values[name] as RecordReference | null, programmes);
  const hosts = programme?.hosts.map(({ printed }) => printed) ?? [];
  const isOffered = hosts.length > 0 && (form.values['awardedBy'] as readonly string[]).length === 0;
  if (!isOffered) return null;
  return <HelpButton onClick={() => form.set('awardedBy', hosts)}>{messages.reference.takeHosts(hosts)}</HelpButton>;
}

function HelpButton({ onClick, children }: { readonly onClick: () => void; readonly children: ReactNode }) {
  return (
    <Button type="link" size="small" className={styles['inline'] ?? ''} onClick={onClick}>
      {children}
    </Button>
  );
}
