import type { Attachment } from '#domain/records/attachment';
import { AttachmentTile, type TileCommand } from './attachment-tile.tsx';
import styles from './attachments.module.css';
import type { AttachmentActions } from './use-attachment-actions.ts';

type TileListProps = {
  readonly attachments: readonly Attachment[];
  readonly label: string;
  readonly chosen: ReadonlySet<string>;
  readonly actions: AttachmentActions;
  readonly onChoose: (id: string, isChosen: boolean) => void;
  readonly onView: (id: string) => void;
  readonly onEdit: (id: string) => void;
};

/** Attachments side by side in their order; a tile is moved by dragging it onto another, or by Alt and an arrow. */
export function TileList({ attachments, label, chosen, actions, onChoose, onView, onEdit }: TileListProps) {
  const run = (attachment: Attachment, command: TileCommand): void => {
    const index = attachments.indexOf(attachment);
    switch (command) {
      case 'view':
        return onView(attachment.id);
      case 'edit':
        return onEdit(attachment.id);
      case 'earlier':
        return void actions.move(attachments, attachment.id, index - 1);
      case 'later':
        return void actions.move(attachments, attachment.id, index + 1);
      case 'save':
        return void actions.saveCopy(attachment);
      case 'ungroup':
        return void actions.takeOut(attachment);
      case 'remove':
        return void actions.remove(attachment);
    }
  };
  return (
    <ul className={styles['tiles']} aria-label={label}>
      {attachments.map((attachment, index) => (
        <AttachmentTile
          key={attachment.id}
          attachment={attachment}
          isChosen={chosen.has(attachment.id)}
          onChoose={(isChosen) => onChoose(attachment.id, isChosen)}
          onCommand={(command) => run(attachment, command)}
          onRole={(role) => void actions.setRole(attachment, role)}
          onDropped={(id) => void actions.move(attachments, id, index)}
        />
      ))}
    </ul>
  );
}
