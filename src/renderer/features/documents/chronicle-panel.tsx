import { Checkbox, Form } from 'antd';
import { useMemo, useState } from 'react';
import { CHRONICLE_TERMS } from '#domain/chronicle/chronicle-terms';
import { selectInScope } from '#domain/document/document-scope';
import { ENTRY_KINDS, type EntryKind } from '#domain/records/record-base';
import { useSession } from '../../archive/session-context.tsx';
import { useEntries } from '../../archive/use-records.ts';
import { useCover } from './cover-fields.tsx';
import { useInitialOptions } from './initial-options.ts';
import { messages } from './messages.ts';
import { useScope } from './scope-fields.tsx';
import { ScopedPanel } from './scoped-panel.tsx';
import type { DocumentDesk } from './use-document-job.ts';

/** The choices for a chronicle. */
export function ChroniclePanel({ desk }: { readonly desk: DocumentDesk }) {
  const { archive } = useSession();
  const entries = useEntries();
  const initial = useInitialOptions('chronicle');
  const scope = useScope(entries, initial);
  const cover = useCover(CHRONICLE_TERMS.title, initial);
  const [kinds, setKinds] = useState<readonly EntryKind[]>(initial?.kinds ?? ENTRY_KINDS);
  const [includeUndated, setUndated] = useState(initial?.includeUndated ?? false);
  const all = useMemo(() => selectInScope(entries, scope.scope), [entries, scope.scope]);
  const undated = all.undated.filter(({ kind }) => kinds.includes(kind)).length;
  const dated = all.dated.filter(({ kind }) => kinds.includes(kind)).length;
  const count = dated + (includeUndated ? undated : 0);
  const options = () => {
    const { title, editor } = cover;
    return {
      ...scope.scope,
      kinds,
      includeUndated,
      title,
      editor,
      compiledOn: archive.today(),
    };
  };
  return (
    <ScopedPanel
      kind="chronicle"
      desk={desk}
      options={options}
      cover={cover}
      scope={scope}
      levelLabel={messages.honorLevel}
      count={count}
      undated={{ count: undated, isIncluded: includeUndated, include: setUndated }}
      isComplete={kinds.length > 0}
    >
      <Form.Item
        label={messages.kinds}
        {...(kinds.length === 0 ? { validateStatus: 'error', help: messages.needKind } : {})}
      >
        <Checkbox.Group
          value={[...kinds]}
          onChange={(chosen) => setKinds(ENTRY_KINDS.filter((kind) => chosen.includes(kind)))}
          options={ENTRY_KINDS.map((kind) => ({
            value: kind,
            label: messages.chapterItem(
              messages.kindNames[kind],
              all.dated.filter((entry) => entry.kind === kind).length,
            ),
          }))}
        />
      </Form.Item>
    </ScopedPanel>
  );
}
