import { useMemo, useState } from 'react';
import { CERTIFICATE_LIST_TERMS } from '#domain/certificate-list/certificate-list-terms';
import { selectInScope } from '#domain/document/document-scope';
import { useSession } from '../../archive/session-context.tsx';
import { useRecords } from '../../archive/use-records.ts';
import { useCover } from './cover-fields.tsx';
import { useInitialOptions } from './initial-options.ts';
import { messages } from './messages.ts';
import { useScope } from './scope-fields.tsx';
import { ScopedPanel } from './scoped-panel.tsx';
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
  const options = () => {
    const { title, editor } = cover;
    return { ...scope.scope, includeUndated, title, editor, compiledOn: archive.today() };
  };
  return (
    <ScopedPanel
      kind="certificates"
      desk={desk}
      options={options}
      cover={cover}
      scope={scope}
      levelLabel={messages.level}
      count={count}
      undated={{ count: all.undated.length, isIncluded: includeUndated, include: setUndated }}
    />
  );
}
