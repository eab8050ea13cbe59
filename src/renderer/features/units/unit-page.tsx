import { Result, Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { unitDisplayName, type Unit } from '#domain/records/unit';
import { useSession } from '../../archive/session-context.tsx';
import { useArchiveActions } from '../../archive/use-archive-actions.tsx';
import { useRecord } from '../../archive/use-records.ts';
import { Page } from '../../components/page.tsx';
import { useShortcut } from '../../hooks/use-shortcut.ts';
import { useNavigation } from '../../navigation/navigation.tsx';
import { ChangeDialog, type ChangeKind } from './change-dialog.tsx';
import { HonorTally } from './honor-tally.tsx';
import { MergeDialog } from './merge-dialog.tsx';
import { messages } from './messages.ts';
import { NameTimeline } from './name-timeline.tsx';
import { RelatedRecords } from './related-records.tsx';
import { SuccessionSection } from './succession-section.tsx';
import { UnitActions } from './unit-actions.tsx';
import { UnitBelongings } from './unit-belongings.tsx';
import { UnitFacts } from './unit-facts.tsx';
import { UnitForm } from './unit-form.tsx';
import { dayOf, unitState } from './unit-rows.ts';

type UnitPageProps = {
  readonly id: string;
  /** What stands below everything that belongs to the unit: attachments, history. */
  readonly children: (unit: Unit) => ReactNode;
};

/** One unit: its names through time, what it came out of and went into, and everything that belongs to it. */
export function UnitPage({ id, children }: UnitPageProps) {
  const { back } = useNavigation();
  const [isEditing, setEditing] = useState(false);
  const found = useRecord(id);
  const unit = found?.kind === 'unit' ? found : null;
  if (!unit) {
    const action = <Button onClick={back}>{messages.back}</Button>;
    return <Result status="404" title={messages.notFound} subTitle={messages.notFoundHint} extra={action} />;
  }
  if (isEditing) return <UnitForm unit={unit} onClose={() => setEditing(false)} />;
  return (
    <UnitView unit={unit} onEdit={() => setEditing(true)}>
      {children(unit)}
    </UnitView>
  );
}

type UnitViewProps = { readonly unit: Unit; readonly onEdit: () => void; readonly children: ReactNode };

function UnitView({ unit, onEdit, children }: UnitViewProps) {
  const { back, replace } = useNavigation();
  const { archive } = useSession();
  const { deleteRecords } = useArchiveActions();
  const [changing, setChanging] = useState<ChangeKind | null>(null);
  const [isMerging, setMerging] = useState(false);
  useShortcut('F2', onEdit);
  useShortcut('Escape', back);

  const remove = async () => {
    if (await deleteRecords([unit.id], unitDisplayName(unit))) replace({ screen: 'units' });
  };
  return (
    <Page
      title={unitDisplayName(unit)}
      hint={unitState(unit, dayOf(archive.today()))}
      actions={
        <UnitActions
          unit={unit}
          onEdit={onEdit}
          onChange={setChanging}
          onMerge={() => setMerging(true)}
          onRemove={() => void remove()}
        />
      }
    >
      <UnitFacts unit={unit} />
      <NameTimeline unit={unit} />
      <SuccessionSection unit={unit} />
      <HonorTally unitId={unit.id} />
      <UnitBelongings unit={unit} />
      <RelatedRecords unitId={unit.id} />
      {children}
      {changing && <ChangeDialog unit={unit} kind={changing} onClose={() => setChanging(null)} />}
      {isMerging && (
        <MergeDialog
          unitIds={[unit.id]}
          onMerged={(kept) => kept !== unit.id && replace({ screen: 'unit', id: kept })}
          onClose={() => setMerging(false)}
        />
      )}
    </Page>
  );
}
