import { Alert, Button, Modal, Spin } from 'antd';
import { useEffect, useRef, useState, type MouseEvent } from 'react';
import { styleNonce } from '../../components/style-nonce.ts';
import { useReturnedFocus } from '../../hooks/use-returned-focus.ts';
import { drawDocument } from '../../jobs/draw-document.ts';
import styles from './documents.module.css';
import { messages } from './messages.ts';

const words = messages.preview;
/** More would hold up the window while it is drawn. */
const LARGEST_BYTES = 4 * 1024 * 1024;

type DocumentPreviewProps = {
  readonly title: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly entries: number;
  readonly onClose: () => void;
};

/** Drawing takes as long as there are entries; a document of more is better looked at in Word. */
const MOST_ENTRIES = 1500;

/** A document about as Word will show it, to be looked over before it is saved or printed. */
export function DocumentPreview({ title, bytes, entries, onClose }: DocumentPreviewProps) {
  useReturnedFocus();
  const isTooLong = entries > MOST_ENTRIES || bytes.byteLength > LARGEST_BYTES;
  return (
    <Modal
      open
      centered
      width="min(1200px, 94vw)"
      title={words.of(title)}
      onCancel={onClose}
      footer={
        <Button type="primary" onClick={onClose}>
          {words.close}
        </Button>
      }
    >
      <Alert
        className={styles['notice'] ?? ''}
        type={isTooLong ? 'warning' : 'info'}
        title={isTooLong ? words.tooLong : words.about}
      />
      {!isTooLong && <Drawn bytes={bytes} />}
    </Modal>
  );
}

function Drawn({ bytes }: { readonly bytes: Uint8Array<ArrayBuffer> }) {
  const host = useRef<HTMLDivElement>(null);
  const [state, setState] = useState<'drawing' | 'drawn' | 'failed'>('drawing');
  useEffect(() => {
    const { current } = host;
    if (!current) return undefined;
    const root = current.shadowRoot ?? current.attachShadow({ mode: 'open' });
    const drawing = new AbortController();
    const draw = async () => {
      try {
        await drawDocument(bytes, root, styleNonce, drawing.signal);
        if (!drawing.signal.aborted) setState('drawn');
      } catch {
        if (!drawing.signal.aborted) setState('failed');
      }
    };
    void draw();
    return () => drawing.abort();
  }, [bytes]);
  return (
    // It scrolls, so the keyboard must get to it.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- as above
    <section className={styles['paper']} aria-label={words.pages} tabIndex={0} data-state={state}>
      {state === 'drawing' && <Spin className={styles['drawing'] ?? ''} />}
      {state === 'failed' && <Alert type="error" showIcon title={words.failed} />}
      <div ref={host} role="presentation" onClick={followInside} />
    </section>
  );
}

/** A line of the contents leads to its chapter; nothing leads out of the preview. */
function followInside(event: MouseEvent<HTMLDivElement>) {
  const link = event.nativeEvent.composedPath().find((target) => target instanceof HTMLAnchorElement);
  if (!link) return;
  event.preventDefault();
  const name = decodeURIComponent(link.hash.slice(1));
  const target = name === '' ? null : event.currentTarget.shadowRoot?.getElementById(name);
  target?.scrollIntoView({ block: 'start' });
}
