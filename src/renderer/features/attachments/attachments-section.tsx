import { PaperClipOutlined } from '@ant-design/icons';
import { App, Button } from 'antd';
import { useState } from 'react';
import { createPortal } from 'react-dom';
import { recordTitle, type ArchiveRecord } from '#domain/records/archive-record';
import { attachMessages } from '../../archive/attach-messages.ts';
import { filesOf, offerFiles } from '../../archive/attach-offers.ts';
import { AttachProgress } from '../../archive/attach-progress.tsx';
import { callMain } from '../../archive/bridge.ts';
import { toOwner, useAttach } from '../../archive/use-attach.tsx';
import { AttachmentDialog } from './attachment-dialog.tsx';
import { AttachmentViewer } from './attachment-viewer.tsx';
import styles from './attachments.module.css';
import { ChosenPhotos } from './chosen-photos.tsx';
import { GroupBlock } from './group-block.tsx';
import { GroupDialog } from './group-dialog.tsx';
import { messages } from './messages.ts';
import { TileList } from './tile-list.tsx';
import { useAttachmentActions } from './use-attachment-actions.ts';
import { useAttachments } from './use-attachments.ts';
import { usePageDrop } from '../../hooks/use-page-drop.ts';
import { usePastePicture } from './use-paste-picture.ts';

type Open =
  | { readonly what: 'viewer' | 'dialog' | 'group'; readonly id: string }
  | { readonly what: 'new-group'; readonly ids: readonly string[] };

/** The files that belong to a record, and every way of adding more: dropping, choosing, pasting. */
export function AttachmentsSection({ record }: { readonly record: ArchiveRecord }) {
  const { all, loose, groups } = useAttachments(record.id);
  const actions = useAttachmentActions();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [open, setOpen] = useState<Open | null>(null);
  const adding = useAdding(record.id);
  const isOver = usePageDrop(adding.drop);
  usePastePicture(adding.paste);
  const title = recordTitle(record);
  const close = () => setOpen(null);
  const choose = (id: string, isChosen: boolean) => {
    const next = new Set(chosen);
    if (isChosen) next.add(id);
    else next.delete(id);
    setChosen(next);
  };
  const list = {
    chosen,
    actions,
    onChoose: choose,
    onView: (id: string) => setOpen({ what: 'viewer', id }),
    onEdit: (id: string) => setOpen({ what: 'dialog', id }),
  };
  const chosenPhotos = all.filter(({ id }) => chosen.has(id));
  return (
    <section className={styles['section']} aria-label={messages.title} data-testid="attachments">
      <header className={styles['heading']}>
        <h2 className={styles['title']}>{messages.title}</h2>
        {all.length > 0 && <span className={styles['quiet']}>{messages.count(all.length)}</span>}
        <Button type="link" size="small" icon={<PaperClipOutlined aria-hidden />} onClick={() => void adding.choose()}>
          {messages.add}
        </Button>
        {all.length > 0 && <span className={styles['quiet']}>{messages.hint}</span>}
      </header>
      {all.length === 0 && groups.length === 0 && <p className={styles['none']}>{messages.none}</p>}
      <ChosenPhotos
        photos={chosenPhotos}
        groups={groups.map(({ group }) => group)}
        onNew={() => setOpen({ what: 'new-group', ids: [...chosen] })}
        onClear={() => setChosen(new Set())}
      />
      {loose.length > 0 && <TileList {...list} attachments={loose} label={messages.title} />}
      {groups.map(({ group, photos }) => (
        <GroupBlock key={group.id} group={group} onEdit={() => setOpen({ what: 'group', id: group.id })}>
          {photos.length === 0 && <p className={styles['quiet']}>{messages.group.empty}</p>}
          <TileList {...list} attachments={photos} label={group.title} />
        </GroupBlock>
      ))}
      {isOver &&
        createPortal(
          <div className={styles['overlay']} data-testid="drop-overlay">
            <div className={styles['overlayBox']}>
              <strong>{messages.drop(title)}</strong>
              <span>{messages.dropHint}</span>
            </div>
          </div>,
          document.body,
        )}
      <AttachProgress />
      <Opened open={open} record={record} onClose={close} onGrouped={() => setChosen(new Set())} />
    </section>
  );
}

type OpenedProps = {
  readonly open: Open | null;
  readonly record: ArchiveRecord;
  readonly onClose: () => void;
  readonly onGrouped: () => void;
};

/** What is open above the page, if anything. */
function Opened({ open, record, onClose, onGrouped }: OpenedProps) {
  const { all, loose, groups } = useAttachments(record.id);
  const actions = useAttachmentActions();
  const owner = { printed: recordTitle(record), id: record.id };
  switch (open?.what) {
    case undefined:
      return null;
    case 'viewer': {
      const asShown = [...loose, ...groups.flatMap(({ photos }) => photos)];
      return <AttachmentViewer attachments={asShown} startId={open.id} actions={actions} onClose={onClose} />;
    }
    case 'dialog': {
      const attachment = all.find(({ id }) => id === open.id);
      return attachment ? <AttachmentDialog attachment={attachment} actions={actions} onClose={onClose} /> : null;
    }
    case 'group': {
      const found = groups.find(({ group }) => group.id === open.id);
      if (!found) return null;
      return <GroupDialog owner={owner} group={found.group} photos={found.photos} onClose={onClose} />;
    }
    case 'new-group': {
      const photos = all.filter(({ id }) => open.ids.includes(id));
      return <GroupDialog owner={owner} group={null} photos={photos} onSaved={onGrouped} onClose={onClose} />;
    }
  }
}

/** The ways in which files come to a record. */
function useAdding(ownerId: string) {
  const attach = useAttach();
  const { message } = App.useApp();
  const offer = async (files: readonly File[], folders: readonly string[]) => {
    if (files.length === 0 && folders.length === 0) return void message.info(attachMessages.nothingDropped);
    const offered = await offerFiles(files, folders);
    return void attach(toOwner(offered, ownerId), offered.problems);
  };
  return {
    drop: (transfer: DataTransfer) => {
      const { files, folders } = filesOf(transfer);
      void offer(files, folders);
    },
    paste: (files: readonly File[]) => void offer(files, []),
    choose: async () => {
      const answer = await callMain('attachments:choose-files', 'files');
      if (!answer.ok) return;
      const { files, more, unreadable } = answer;
      const problems = [
        ...(more ? [attachMessages.tooMany(files.length)] : []),
        ...(unreadable > 0 ? [attachMessages.unreadable(unreadable)] : []),
      ];
      await attach(toOwner({ files, problems: [] }, ownerId), problems);
    },
  };
}
