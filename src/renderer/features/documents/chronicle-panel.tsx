import { Checkbox, Form } from 'antd';
import { useMemo, useState } from 'react';
import * as v from 'valibot';
import { chronicleOptionsSchema } from '#domain/chronicle/chronicle-options';
import { CHRONICLE_TERMS } from '#domain/chronicle/chronicle-terms';
import { selectInScope } from '#domain/document/document-scope';
import { ENTRY_KINDS, type EntryKind } from '#domain/records/record-base';
import { useSession } from '../../archive/session-context.tsx';
import { useEntries } from '../../archive/use-records.ts';
import { CoverFields, useCover } from './cover-fields.tsx';
import { DocumentPanel } from './document-panel.tsx';
import styles from './documents.module.css';
import { useInitialOptions } from './initial-options.ts';
import { messages } from './messages.ts';
import { ScopeFields, useScope } from './scope-fields.tsx';
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
  const order = () => {
    const { title, editor } = cover;
    const options = v.safeParse(chronicleOptionsSchema, {
      ...scope.scope,
      kinds,
      includeUndated,
      title,
      editor,
      compiledOn: archive.today(),
    });
    return options.success ? ({ kind: 'chronicle', options: options.output } as const) : null;
  };
  return (
    <DocumentPanel
      kind="chronicle"
      desk={desk}
      isComplete={cover.isComplete && scope.isComplete && kinds.length > 0}
      order={order}
      notice={count === 0 ? messages.nothingInScope : messages.willHold(count)}
    >
      <div className={styles['cover']}>
        <CoverFields {...cover} />
      </div>
      <ScopeFields state={scope} levelLabel={messages.honorLevel} />
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
      {undated > 0 && (
        <Form.Item>
          <Checkbox checked={includeUndated} onChange={(event) => setUndated(event.target.checked)}>
            {messages.undated(undated)}
          </Checkbox>
        </Form.Item>
      )}
    </DocumentPanel>
  );
}
