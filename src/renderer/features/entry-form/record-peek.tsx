import { Button, Drawer } from 'antd';
import { isLedgerRecord } from '#domain/records/archive-record';
import { toBoundaryRecord } from '#domain/records/boundary-record';
import { fieldsOf } from '#domain/records/record-fields';
import { fieldLabel } from '../../archive/field-labels.ts';
import { useRecord } from '../../archive/use-records.ts';
import { FieldList } from '../../components/field-list.tsx';
import { KIND_NAMES } from '../../components/kind-names.ts';
import { useNavigation } from '../../navigation/navigation.tsx';
import { messages } from './messages.ts';
import { valueText } from './value-text.ts';

type RecordPeekProps = { readonly id: string | null; readonly onClose: () => void };

/** What another record says, beside the form. */
export function RecordPeek({ id, onClose }: RecordPeekProps) {
  const { go } = useNavigation();
  const record = useRecord(id ?? '');
  const shown = record && isLedgerRecord(record) ? record : null;
  const values = shown ? (toBoundaryRecord(shown) as Readonly<Record<string, unknown>>) : {};
  const rows = fieldsOf(shown?.kind ?? 'honor')
    .map(([name, field]) => ({ label: fieldLabel(name, shown?.kind), value: valueText(field, values[name]) }))
    .filter(({ value }) => value !== '');
  return (
    <Drawer
      open={id !== null && shown !== null}
      title={shown ? messages.similar.peek(KIND_NAMES[shown.kind]) : ''}
      size={520}
      mask={false}
      onClose={onClose}
      footer={
        shown && (
          <Button onClick={() => go({ screen: 'record', kind: shown.kind, id: shown.id })}>
            {messages.similar.open}
          </Button>
        )
      }
    >
      <FieldList rows={rows} columns={1} testId="record-peek" />
    </Drawer>
  );
}
