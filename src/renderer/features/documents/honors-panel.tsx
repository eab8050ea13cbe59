import { Checkbox, Form, Radio } from 'antd';
import { useMemo, useState } from 'react';
import {
  COMPILATION_GROUPINGS,
  HONOR_DETAILS,
  USUAL_DETAILS,
  type CompilationGrouping,
  type HonorDetail,
} from '#domain/compilation/compilation-options';
import { COMPILATION_TERMS } from '#domain/compilation/compilation-terms';
import { selectInScope } from '#domain/document/document-scope';
import { useSession } from '../../archive/session-context.tsx';
import { useRecords } from '../../archive/use-records.ts';
import { useCover } from './cover-fields.tsx';
import { useInitialOptions } from './initial-options.ts';
import { messages } from './messages.ts';
import { useScope } from './scope-fields.tsx';
import { ScopedPanel } from './scoped-panel.tsx';
import type { DocumentDesk } from './use-document-job.ts';

/** The choices for a compilation of honours. */
export function HonorsPanel({ desk }: { readonly desk: DocumentDesk }) {
  const { archive } = useSession();
  const honors = useRecords('honor');
  const initial = useInitialOptions('honors');
  const scope = useScope(honors, initial);
  const cover = useCover(COMPILATION_TERMS.title, initial);
  const [groupBy, setGroupBy] = useState<CompilationGrouping>(initial?.groupBy ?? 'level');
  const [details, setDetails] = useState<readonly HonorDetail[]>(initial?.details ?? USUAL_DETAILS);
  const [includeUnverified, setUnverified] = useState(initial?.includeUnverified ?? true);
  const [includeUndated, setUndated] = useState(initial?.includeUndated ?? false);
  const all = useMemo(() => selectInScope(honors, scope.scope), [honors, scope.scope]);
  const unverified = all.dated.filter(({ verification }) => verification !== '已核实').length;
  const undated = all.undated.filter((honor) => includeUnverified || honor.verification === '已核实').length;
  const count = all.dated.length - (includeUnverified ? 0 : unverified) + (includeUndated ? undated : 0);
  const options = () => {
    const { title, editor } = cover;
    return {
      ...scope.scope,
      groupBy,
      details,
      includeUnverified,
      includeUndated,
      title,
      editor,
      compiledOn: archive.today(),
    };
  };
  return (
    <ScopedPanel
      kind="honors"
      desk={desk}
      options={options}
      cover={cover}
      scope={scope}
      levelLabel={messages.level}
      count={count}
      undated={{ count: undated, isIncluded: includeUndated, include: setUndated }}
    >
      <Form.Item label={messages.groupBy}>
        <Radio.Group
          value={groupBy}
          onChange={(event) => setGroupBy(event.target.value as CompilationGrouping)}
          options={COMPILATION_GROUPINGS.map((value) => ({ value, label: messages.groupings[value] }))}
        />
      </Form.Item>
      <Form.Item label={messages.details}>
        <Checkbox.Group
          value={[...details]}
          onChange={(chosen) => setDetails(HONOR_DETAILS.filter((detail) => chosen.includes(detail)))}
          options={HONOR_DETAILS.map((value) => ({ value, label: messages.detailNames[value] }))}
        />
      </Form.Item>
      {unverified > 0 && (
        <Form.Item>
          <Checkbox checked={includeUnverified} onChange={(event) => setUnverified(event.target.checked)}>
            {messages.unverified(unverified)}
          </Checkbox>
        </Form.Item>
      )}
    </ScopedPanel>
  );
}
