import { Alert, Button, Form, Radio } from 'antd';
import { useMemo, useRef, useState } from 'react';
import type { RecordKind } from '#domain/records/record-base';
import { unitDisplayName, type Unit } from '#domain/records/unit';
import { planMerge, type MergePlan } from '#domain/units/merge-units';
import { mergeUnits } from '#storage/merge-units';
import { useArchiveActions } from '../../archive/use-archive-actions.tsx';
import { useUnitDirectory } from '../../archive/use-unit-directory.ts';
import { Dialog } from '../../components/dialog.tsx';
import { FieldList } from '../../components/field-list.tsx';
import { KIND_NAMES } from '../../components/kind-names.ts';
import { messages } from './messages.ts';
import { UnitSelect } from '../../archive/unit-select.tsx';
import { useAllRecords } from './use-all-records.ts';
import { useRecordsOfUnits } from '../../archive/use-unit-line.ts';
import form from './unit-form.module.css';
import styles from './units.module.css';

type MergeDialogProps = {
  /** The units that are the same, as far as they were chosen already. */
  readonly unitIds: readonly string[];
  readonly onMerged?: (keptId: string) => void;
  readonly onClose: () => void;
};

/** Makes one unit of several: which one stays, and what will change, before anything does. */
export function MergeDialog({ unitIds, onMerged, onClose }: MergeDialogProps) {
  const { perform } = useArchiveActions();
  const directory = useUnitDirectory();
  const [chosen, setChosen] = useState(unitIds);
  const recordsOf = useRecordsOfUnits(chosen);
  const [keepId, setKeepId] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const busy = useRef(false);
  const units = chosen.flatMap((id) => directory.get(id) ?? []);
  // The one that most records name is most likely the one that was meant all along.
  const likeliest = units.toSorted((a, b) => recordsOf(b.id).length - recordsOf(a.id).length)[0];
  const kept = units.find(({ id }) => id === keepId) ?? likeliest;
  const away = units.filter(({ id }) => id !== kept?.id);
  const label = messages.merge.label(away.map(unitDisplayName), kept ? unitDisplayName(kept) : '');
  const plan = useMergePlan(kept, away, label);

  const merge = async () => {
    if (busy.current || !kept || !plan?.ok) return;
    busy.current = true;
    setBusy(true);
    const mergeIds = away.map(({ id }) => id);
    const said = { done: label, label };
    const merged = await perform((archive) => mergeUnits(archive, kept.id, mergeIds, { label, reason: label }), said);
    if (merged) {
      onMerged?.(kept.id);
      return onClose();
    }
    busy.current = false;
    setBusy(false);
  };
  return (
    <Dialog
      width={720}
      title={messages.merge.title}
      okText={messages.merge.ok}
      cancelText={messages.cancel}
      okButtonProps={{ disabled: !plan?.ok }}
      confirmLoading={isBusy}
      mask={{ closable: false }}
      onOk={() => void merge()}
      onCancel={onClose}
    >
      <p className={styles['intro']}>{messages.merge.intro}</p>
      <Form component={false} layout="vertical" disabled={isBusy}>
        <Form.Item label={messages.merge.keep}>
          <Radio.Group
            aria-label={messages.merge.keep}
            className={styles['choices'] ?? ''}
            value={kept?.id}
            onChange={(event) => setKeepId(String(event.target.value))}
          >
            {units.map((unit) => (
              <div key={unit.id} className={styles['choice']}>
                <Radio value={unit.id}>
                  {messages.merge.keepItem(unitDisplayName(unit), recordsOf(unit.id).length)}
                </Radio>
                {units.length > 2 && (
                  <Button
                    type="link"
                    size="small"
                    aria-label={messages.merge.leaveOut(unitDisplayName(unit))}
                    onClick={() => setChosen(chosen.filter((id) => id !== unit.id))}
                  >
                    {messages.merge.leave}
                  </Button>
                )}
              </div>
            ))}
          </Radio.Group>
        </Form.Item>
        <Form.Item label={messages.merge.other} htmlFor="merge-other">
          <UnitSelect
            id="merge-other"
            label={messages.merge.other}
            value={null}
            exclude={chosen}
            onChange={(unit) => unit && setChosen([...chosen, unit.id])}
          />
        </Form.Item>
      </Form>
      {plan && !plan.ok && <Alert type="warning" showIcon title={messages.merge.problem(plan.error)} />}
      {plan?.ok && <MergePreview plan={plan.value} />}
    </Dialog>
  );
}

/** What merging would do, or why it may not be done; made of all records, so only anew when the choice changes. */
function useMergePlan(kept: Unit | undefined, away: readonly Unit[], reason: string) {
  const allRecords = useAllRecords();
  const key = JSON.stringify(away.map(({ id }) => id));
  return useMemo(() => {
    const stamp = { at: '', by: '' };
    return kept ? planMerge(kept.id, JSON.parse(key) as string[], allRecords(), { stamp, reason }) : null;
  }, [kept, key, allRecords, reason]);
}

function MergePreview({ plan: { kept, affected } }: { readonly plan: MergePlan }) {
  const names = kept.names.map(({ name, kind }) => `${name}（${messages.nameKinds[kind]}）`).join('、');
  const counts = [...affected].map(([kind, count]: readonly [RecordKind, number]) =>
    messages.merge.kindCount(KIND_NAMES[kind], count),
  );
  return (
    <section aria-label={messages.merge.preview}>
      <h3 className={form['tableTitle']}>{messages.merge.preview}</h3>
      <FieldList
        columns={1}
        testId="merge-preview"
        rows={[
          { label: messages.merge.names, value: names },
          { label: messages.columns.brands, value: kept.brands.map(({ name }) => name).join('、') },
          {
            label: messages.merge.affected,
            value: counts.length > 0 ? messages.merge.counts(counts) : messages.merge.none,
          },
        ]}
      />
    </section>
  );
}
