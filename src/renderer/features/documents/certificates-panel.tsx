import { Checkbox, Form } from 'antd';
import { useMemo, useState } from 'react';
import * as v from 'valibot';
import { certificateListOptionsSchema } from '#domain/certificate-list/certificate-list-options';
import { CERTIFICATE_LIST_TERMS } from '#domain/certificate-list/certificate-list-terms';
import { selectInScope } from '#domain/document/document-scope';
import { useSession } from '../../archive/session-context.tsx';
import { useRecords } from '../../archive/use-records.ts';
import { CoverFields, useCover } from './cover-fields.tsx';
import { DocumentPanel } from './document-panel.tsx';
import styles from './documents.module.css';
import { useInitialOptions } from './initial-options.ts';
import { messages } from './messages.ts';
import { ScopeFields, useScope } from './scope-fields.tsx';
import type { DocumentDesk } from './use-document-job.ts';

/** The choices for a list of certificates. */
export function CertificatesPanel({ desk }: { readonly desk: DocumentDesk }) {
  const { archive } = useSession();
  const honors = useRecords('honor');
  const initial = useInitialOptions('certificates');
  const scope = useScope(honors, initial);
  const cover = useCover(CERTIFICATE_LIST_TERMS.title, initial);
  const [includeUndated, setUndated] = useState(initial?.includeUndated ?? false);
  const all = useMemo(() => selectInScope(honors, scope.scope), [honors, scope.scope]);
  const count = all.dated.length + (includeUndated ? all.undated.length : 0);
  const order = () => {
    const { title, editor } = cover;
    const options = { ...scope.scope, includeUndated, title, editor, compiledOn: archive.today() };
    const read = v.safeParse(certificateListOptionsSchema, options);
    return read.success ? ({ kind: 'certificates', options: read.output } as const) : null;
  };
  return (
    <DocumentPanel
      kind="certificates"
      desk={desk}
      isComplete={cover.isComplete && scope.isComplete}
      order={order}
      notice={count === 0 ? messages.nothingInScope : messages.willHold(count)}
    >
      <div className={styles['cover']}>
        <CoverFields {...cover} />
      </div>
      <ScopeFields state={scope} levelLabel={messages.level} />
      {all.undated.length > 0 && (
        <Form.Item>
          <Checkbox checked={includeUndated} onChange={(event) => setUndated(event.target.checked)}>
            {messages.undated(all.undated.length)}
          </Checkbox>
        </Form.Item>
      )}
    </DocumentPanel>
  );
}
