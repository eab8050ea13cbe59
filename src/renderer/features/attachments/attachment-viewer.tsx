import { Modal } from 'antd';
import { useEffect, useState } from 'react';
import type { Attachment } from '#domain/records/attachment';
import { useReturnedFocus } from '../../hooks/use-returned-focus.ts';
import { fileKind } from './file-kind.ts';
import { messages } from './messages.ts';
import { PdfView } from './pdf-view.tsx';
import { PictureView } from './picture-view.tsx';
import { PlainView } from './plain-view.tsx';
import type { AttachmentActions } from './use-attachment-actions.ts';
import { useViewerKeys } from './use-viewer-keys.ts';
import type { ViewerBarProps } from './viewer-bar.tsx';
import styles from './viewer.module.css';
import { WordView } from './word-view.tsx';

type AttachmentViewerProps = {
  /** All that can be gone through, in order. */
  readonly attachments: readonly Attachment[];
  readonly startId: string;
  readonly actions: AttachmentActions;
  readonly onClose: () => void;
};

/** Attachments one after the other, as large as the window. ← and → go on, Esc leaves. */
export function AttachmentViewer({ attachments, startId, actions, onClose }: AttachmentViewerProps) {
  useReturnedFocus();
  const [id, setId] = useState(startId);
  const found = attachments.findIndex((each) => each.id === id);
  const index = Math.max(0, found);
  const attachment = attachments[index];
  // Undo may take away what is shown; when nothing is left, there is nothing to look at.
  useEffect(() => {
    if (!attachment) onClose();
  }, [attachment, onClose]);
  const step = (by: number) => {
    const next = attachments[index + by];
    if (next) setId(next.id);
  };
  useViewerKeys({ ArrowLeft: () => step(-1), ArrowRight: () => step(1), Escape: onClose });
  if (!attachment) return null;
  return (
    <Modal
      open
      footer={null}
      closable={false}
      width="100%"
      title={messages.viewer.label(attachment.name)}
      classNames={{
        root: styles['root'] ?? '',
        container: styles['container'] ?? '',
        header: styles['header'] ?? '',
        body: styles['body'] ?? '',
      }}
      onCancel={onClose}
      destroyOnHidden
    >
      <div key={attachment.id} ref={focusOn} className={styles['viewer']} data-testid="viewer" tabIndex={-1}>
        <Shown
          attachment={attachment}
          actions={actions}
          bar={{
            attachment,
            index,
            total: attachments.length,
            onStep: step,
            onSave: () => void actions.saveCopy(attachment),
            onClose,
          }}
        />
      </div>
    </Modal>
  );
}

/** What had the focus goes with the file before: keys must go on working, and Tab go on from here. */
function focusOn(element: HTMLElement | null): void {
  element?.focus({ preventScroll: true });
}

export type ShownProps = {
  readonly attachment: Attachment;
  readonly actions: AttachmentActions;
  readonly bar: Omit<ViewerBarProps, 'children'>;
};

function Shown(props: ShownProps) {
  switch (fileKind(props.attachment.mime)) {
    case 'picture':
      return <PictureView {...props} />;
    case 'pdf':
      return <PdfView {...props} />;
    case 'word':
      return <WordView {...props} />;
    default:
      return <PlainView {...props} />;
  }
}
