import { Checkbox, Form } from 'antd';
import { useMemo, useState } from 'react';
import { selectInScope } from '#domain/document/document-scope';
import { unitDisplayName, type Unit } from '#domain/records/unit';
import { UNIT_PROFILE_TERMS } from '#domain/unit-profile/unit-profile-terms';
import { useSession } from '../../archive/session-context.tsx';
import { useRecords } from '../../archive/use-records.ts';
import { CoverFields, useCover } from './cover-fields.tsx';
import { DocumentPanel } from './document-panel.tsx';
import styles from './documents.module.css';
import { useInitialOptions } from './initial-options.ts';
import { messages } from './messages.ts';
import { ScopeFields, useScope, type ScopeState } from './scope-fields.tsx';
import { UndatedChoice } from './scoped-panel.tsx';
import type { DocumentDesk } from './use-document-job.ts';

/** The choices for the profile of one unit's honours. */
export function UnitPanel({ desk }: { readonly desk: DocumentDesk }) {
  const { archive } = useSession();
  const honors = useRecords('honor');
  const initial = useInitialOptions('unit');
  const scope = useScope(honors, initial);
  const cover = useCover(messages.names.unit, initial);
  const [includeGaps, setGaps] = useState(initial?.includeGaps ?? false);
  const [includeUndated, setUndated] = useState(initial?.includeUndated ?? false);
  const all = useMemo(() => selectInScope(honors, scope.scope), [honors, scope.scope]);
  const count = all.dated.length + (includeUndated ? all.undated.length : 0);
  const options = () => {
    const { title, editor } = cover;
    const compiledOn = archive.today();
    return { ...scope.scope, includeGaps, includeUndated, title, editor, compiledOn };
  };
  // The title is the unit's as long as nobody has given it another.
  const changeUnit = (unit: Unit | null) => {
    const titleOf = (each: Unit | null) =>
      each ? UNIT_PROFILE_TERMS.title(unitDisplayName(each)) : messages.names.unit;
    if (cover.title === titleOf(scope.unit)) cover.change({ title: titleOf(unit) });
    scope.changeUnit(unit);
  };
  const state: ScopeState = { ...scope, changeUnit };
  const notice = count === 0 ? messages.nothingInScope : messages.willHold(count);
  return (
    <DocumentPanel
      kind="unit"
      desk={desk}
      isComplete={cover.isComplete && scope.isComplete && scope.unit !== null}
      options={options}
      notice={scope.unit === null ? messages.needUnit : notice}
    >
      <ScopeFields state={state} levelLabel={messages.level} needsUnit />
      <div className={styles['cover']}>
        <CoverFields {...cover} />
      </div>
      <Form.Item>
        <Checkbox checked={includeGaps} onChange={(event) => setGaps(event.target.checked)}>
          {messages.withGaps}
        </Checkbox>
      </Form.Item>
      {scope.unit !== null && (
        <UndatedChoice count={all.undated.length} isIncluded={includeUndated} include={setUndated} />
      )}
    </DocumentPanel>
  );
}
