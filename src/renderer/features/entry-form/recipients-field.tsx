import { Button, Radio } from 'antd';
import { useState, type ClipboardEvent, type KeyboardEvent } from 'react';
import type { BoundaryRecipient } from '#domain/records/reference-fields';
import { fieldLabel } from '../../archive/field-labels.ts';
import { useRecords } from '../../archive/use-records.ts';
import { isComposing } from '../../hooks/is-composing.ts';
import { CompletingInput } from './completing-input.tsx';
import { fieldId, type FieldProps, type FormHandle } from './form-handle.ts';
import { Labelled } from './labelled.tsx';
import { messages } from './messages.ts';
import { UnitNames } from './names-field.tsx';
import { parseRecipients, type TypedRecipient } from './parse-recipients.ts';
import type { RowColumn } from './row-cell.tsx';
import { RowsTable } from './rows-table.tsx';
import type { Candidate } from './suggestions.ts';
import styles from './entry-form.module.css';

const TEXT = { type: 'text', empty: '' } as const;
const UNIT_COLUMNS: readonly RowColumn[] = [
  { name: 'name', label: messages.recipients.unit, field: { type: 'bodies', empty: '' } },
  { name: 'role', label: messages.recipients.role, field: TEXT },
];
const PERSON_COLUMNS: readonly RowColumn[] = [
  { name: 'name', label: messages.recipients.name, field: TEXT },
  { name: 'unit', label: messages.recipients.unit, field: { type: 'bodies', empty: '' } },
  { name: 'role', label: messages.recipients.role, field: TEXT },
];

/** Who received an honour: units by name, or persons with their units; with their roles, where they are printed. */
export function RecipientsField({ form, name }: FieldProps) {
  const isCollective = form.values['collective'] === true;
  const recipients = (form.values[name] as readonly BoundaryRecipient[]).map(fromBoundary);
  const set = (next: readonly TypedRecipient[]) => form.set(name, next.map(toBoundary));
  const [wantsRoles, setWantsRoles] = useState(false);
  const hasRows = recipients.length > 0 && (!isCollective || wantsRoles || recipients.some(({ role }) => role !== ''));
  return (
    <Labelled form={form} name={name} beside={<CollectiveChoice form={form} />}>
      {isCollective ? (
        <UnitNames
          form={form}
          name={name}
          value={recipients.map((recipient) => recipient.name)}
          onChange={(names) => set(names.map((each) => recipients.find((known) => known.name === each) ?? named(each)))}
        />
      ) : (
        <PersonEntry form={form} name={name} onAdd={(added) => set([...recipients, ...added])} />
      )}
      {hasRows && (
        <RowsTable
          form={form}
          name={name}
          label={fieldLabel(name, form.kind)}
          columns={isCollective ? UNIT_COLUMNS : PERSON_COLUMNS}
          rows={recipients}
          onChange={(rows) => set(rows as readonly TypedRecipient[])}
          hasFixedRows
        />
      )}
      {isCollective && recipients.length > 0 && !hasRows && (
        <Button
          type="link"
          size="small"
          tabIndex={-1}
          className={styles['inline'] ?? ''}
          onClick={() => setWantsRoles(true)}
        >
          {messages.recipients.addRoles}
        </Button>
      )}
    </Labelled>
  );
}

function CollectiveChoice({ form }: { readonly form: FormHandle }) {
  return (
    <Radio.Group
      id={fieldId(form, 'collective')}
      aria-label={fieldLabel('collective', form.kind)}
      value={form.values['collective']}
      onChange={(event) => form.set('collective', event.target.value)}
      options={[
        { value: true, label: messages.collective },
        { value: false, label: messages.individual },
      ]}
    />
  );
}

type PersonEntryProps = {
  readonly form: FormHandle;
  readonly name: string;
  readonly onAdd: (recipients: readonly TypedRecipient[]) => void;
};

/** Persons typed one after the other or pasted as a list: 张三（市中院）、李四. A known one brings the present unit along. */
function PersonEntry({ form, name, onAdd }: PersonEntryProps) {
  const people = useRecords('person');
  const [typed, setTyped] = useState('');
  const type = (text: string) => {
    setTyped(text);
    form.setUnconfirmed(text);
  };
  const add = (text: string) => {
    const added = parseRecipients(text, (word) => form.units.find(word) !== null);
    if (added.length > 0) onAdd(added);
    type('');
  };
  const pick = ({ text, id }: Candidate) => {
    const posts = people.find((person) => person.id === id)?.posts ?? [];
    const present = posts.findLast((post) => post.to.end === null) ?? posts.at(-1);
    onAdd([{ ...named(text), unit: present?.unit?.printed ?? '' }]);
    type('');
  };
  const press = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.ctrlKey || event.defaultPrevented || isComposing(event.nativeEvent)) return;
    add(typed);
  };
  /** A line of text drops line breaks, and two persons would become one. */
  const paste = (event: ClipboardEvent) => {
    const text = event.clipboardData.getData('text/plain');
    if (!/[\n\t]/.test(text.trim())) return;
    event.preventDefault();
    add(`${typed}${text}`);
  };
  return (
    <div onKeyDown={press} onPaste={paste} role="presentation">
      <CompletingInput
        id={fieldId(form, name)}
        value={typed}
        placeholder={messages.recipients.peopleHint}
        onChange={type}
        onPick={pick}
        onLeave={() => add(typed)}
        matcher={form.matcher}
        candidates={() => people.map(({ title, aliases, id }) => ({ text: title, names: aliases, id }))}
      />
    </div>
  );
}

function named(name: string): TypedRecipient {
  return { name, unit: '', role: '' };
}

function fromBoundary(recipient: BoundaryRecipient): TypedRecipient {
  return typeof recipient === 'string' ? named(recipient) : recipient;
}

function toBoundary({ name, unit, role }: TypedRecipient): BoundaryRecipient {
  return unit === '' && role === '' ? name : { name, role, unit };
}
