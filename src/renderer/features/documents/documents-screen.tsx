import { Segmented } from 'antd';
import { useMemo, useState } from 'react';
import type { DocumentKind, DocumentOrder } from '#domain/documents/compose-document';
import { Page } from '../../components/page.tsx';
import { CataloguePanel } from './catalogue-panel.tsx';
import { CertificatesPanel } from './certificates-panel.tsx';
import { ChroniclePanel } from './chronicle-panel.tsx';
import { DocumentPreview } from './document-preview.tsx';
import styles from './documents.module.css';
import { HistoryPanel } from './history-panel.tsx';
import { HonorsPanel } from './honors-panel.tsx';
import { InitialOrder } from './initial-options.ts';
import { LedgerPanel } from './ledger-panel.tsx';
import { messages } from './messages.ts';
import { TemplateChoosing } from './template-choice.ts';
import { UnitPanel } from './unit-panel.tsx';
import { useDocumentJob, type DocumentDesk } from './use-document-job.ts';
import { YearbookPanel } from './yearbook-panel.tsx';

const KINDS = [
  'yearbook',
  'honors',
  'chronicle',
  'ledger',
  'catalogue',
  'unit',
  'certificates',
] as const satisfies readonly DocumentKind[];

/** Beside the documents: those that were made. */
const HISTORY = 'history';
type Shown = DocumentKind | typeof HISTORY;

type Chosen = {
  readonly order: DocumentOrder | null;
  readonly templateId: string | null;
  /** How often one was chosen: each time the panel begins anew. */
  readonly count: number;
};

/** A document and its options, then the Word file. */
export function DocumentsScreen() {
  const [kind, setKind] = useState<Shown>('yearbook');
  const desk = useDocumentJob();
  const [chosen, setChosen] = useState<Chosen>({ order: null, templateId: null, count: 0 });
  const template = useMemo(
    () => ({
      templateId: chosen.templateId,
      apply: (order: DocumentOrder | null, templateId: string | null) =>
        setChosen(({ count }) => ({ order, templateId, count: count + 1 })),
    }),
    [chosen.templateId],
  );
  return (
    <Page title={messages.title}>
      <Segmented
        className={styles['kinds'] ?? ''}
        aria-label={messages.kind}
        value={kind}
        disabled={desk.isRunning}
        onChange={setKind}
        options={[
          ...KINDS.map((value) => ({ value, label: messages.names[value] })),
          { value: HISTORY, label: messages.history.name },
        ]}
      />
      <TemplateChoosing value={template}>
        <InitialOrder value={chosen.order}>
          <PanelOf key={`${kind} ${chosen.count}`} kind={kind} desk={desk} />
        </InitialOrder>
      </TemplateChoosing>
      {desk.previewed && (
        <DocumentPreview
          title={desk.previewed.title}
          bytes={desk.previewed.produced.bytes}
          entries={desk.previewed.produced.entries}
          onClose={() => desk.show(null)}
        />
      )}
    </Page>
  );
}

function PanelOf({ kind, desk }: { readonly kind: Shown; readonly desk: DocumentDesk }) {
  switch (kind) {
    case 'yearbook':
      return <YearbookPanel desk={desk} />;
    case 'honors':
      return <HonorsPanel desk={desk} />;
    case 'chronicle':
      return <ChroniclePanel desk={desk} />;
    case 'ledger':
      return <LedgerPanel desk={desk} />;
    case 'catalogue':
      return <CataloguePanel desk={desk} />;
    case 'unit':
      return <UnitPanel desk={desk} />;
    case HISTORY:
      return <HistoryPanel desk={desk} />;
    case 'certificates':
      return <CertificatesPanel desk={desk} />;
  }
}
