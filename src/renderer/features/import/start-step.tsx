import { InboxOutlined } from '@ant-design/icons';
import { Alert, Button } from 'antd';
import { useEffect, useRef } from 'react';
import { ENTRY_KINDS } from '#domain/records/record-base';
import { filesOf } from '../../archive/attach-offers.ts';
import { describeReadProblem } from '../../archive/import-messages.ts';
import { useRecordFile } from '../../archive/use-record-import.tsx';
import { useListExport } from '../../archive/use-list-export.tsx';
import { KIND_NAMES } from '../../components/kind-names.ts';
import { usePageDrop } from '../../hooks/use-page-drop.ts';
import type { ImportFault } from './import-state.ts';
import styles from './import.module.css';
import { messages } from './messages.ts';
import { useImportState, useImportStore } from './use-import.tsx';

const ENDINGS = '.xlsx,.xlsm,.xls,.et,.ods,.csv,.tsv,.txt,.docx,.json';

function isRecordFile({ name }: File): boolean {
  return /\.json$/iu.test(name);
}

/** Where files come in: dropped, chosen, or a block pasted. */
export function StartStep({ fault }: { readonly fault: ImportFault | null }) {
  const store = useImportStore();
  const { waiting } = useImportState();
  const input = useRef<HTMLInputElement>(null);
  const importRecords = useRecordFile();
  const take = (files: readonly File[]) => {
    // Records in the form of this program have nothing to be guessed about.
    const [records, ledgers] = [files.filter(isRecordFile), files.filter((file) => !isRecordFile(file))];
    for (const file of records) void importRecords(file);
    store.take(ledgers.map((file) => ({ name: file.name, file })));
  };
  const isOver = usePageDrop((transfer) => take(filesOf(transfer).files));
  usePasted((pasted) => (typeof pasted === 'string' ? store.take([block(pasted)]) : take(pasted)));
  return (
    <>
      {fault && <FaultAlert fault={fault} />}
      {waiting.length > 0 && (
        <Button className={styles['goOn'] ?? ''} type="primary" onClick={store.stop}>
          {messages.next(waiting.length)}
        </Button>
      )}
      <section className={isOver ? styles['dropOver'] : styles['drop']} data-testid="import-drop">
        <InboxOutlined className={styles['dropIcon'] ?? ''} aria-hidden />
        <p className={styles['dropTitle']}>{isOver ? messages.start.dropNow : messages.start.drop}</p>
        <Button type="primary" size="large" onClick={() => input.current?.click()}>
          {messages.start.choose}
        </Button>
        <input
          ref={input}
          type="file"
          multiple
          hidden
          accept={ENDINGS}
          data-testid="import-file"
          onChange={({ target }) => {
            const files = [...(target.files ?? [])];
            // The same file may be chosen again after it was mended.
            target.value = '';
            if (files.length > 0) take(files);
          }}
        />
        <p className={styles['dropHint']}>{messages.start.paste}</p>
        <p className={styles['dropHint']}>{messages.start.formats}</p>
        <p className={styles['dropHint']}>{messages.start.safe}</p>
        <Templates />
      </section>
    </>
  );
}

function Templates() {
  const { exportTemplate } = useListExport();
  return (
    <p className={styles['templates']}>
      {messages.start.templates}
      {ENTRY_KINDS.map((kind) => (
        <button key={kind} type="button" className={styles['link']} onClick={() => void exportTemplate(kind)}>
          {KIND_NAMES[kind]}
        </button>
      ))}
    </p>
  );
}

function FaultAlert({ fault }: { readonly fault: ImportFault }) {
  return (
    <Alert
      className={styles['fault'] ?? ''}
      type="error"
      showIcon
      title={messages.fault.title(fault.name)}
      description={describeFault(fault)}
      data-testid="import-fault"
    />
  );
}

function describeFault(fault: ImportFault): string {
  switch (fault.code) {
    case 'unreadable':
      return messages.fault.unreadable;
    case 'broken':
      return `${messages.fault.broken}${messages.fault.detail(fault.detail)}`;
    case 'refused': {
      const { problem } = fault;
      if (problem.code === 'too-many-rows') return messages.fault['too-many-rows'](problem.limit);
      if ('row' in problem) return messages.fault['too-many-characters'](problem.limit);
      return describeReadProblem(problem);
    }
  }
}

function block(text: string) {
  const clock = new Date().toLocaleTimeString('zh-CN', { hour: '2-digit', minute: '2-digit' });
  return { name: messages.start.pasted(clock), text };
}

/** What is pasted while no text field has the cursor: files, or text. */
function usePasted(onPasted: (pasted: readonly File[] | string) => void): void {
  const latest = useRef(onPasted);
  useEffect(() => {
    latest.current = onPasted;
  });
  useEffect(() => {
    const paste = ({ clipboardData, target }: ClipboardEvent) => {
      if (target instanceof Element && target.closest('input, textarea, .ant-modal')) return;
      const files = [...(clipboardData?.files ?? [])];
      const text = clipboardData?.getData('text/plain') ?? '';
      // A block copied from Excel comes with a picture of itself.
      if (text !== '') latest.current(text);
      else if (files.length > 0) latest.current(files);
    };
    document.addEventListener('paste', paste);
    return () => document.removeEventListener('paste', paste);
  }, []);
}
