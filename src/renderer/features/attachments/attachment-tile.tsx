import { MoreOutlined } from '@ant-design/icons';
import { Button, Checkbox, Dropdown, Select, type MenuProps } from 'antd';
import type { DragEvent, KeyboardEvent } from 'react';
import type { Attachment } from '#domain/records/attachment';
import { ATTACHMENT_ROLES } from '#domain/vocabulary/attachment-terms';
import { isComposing } from '../../hooks/is-composing.ts';
import styles from './attachments.module.css';
import { isPhoto } from './file-kind.ts';
import { messages } from './messages.ts';
import { Thumbnail, thumbnailHint } from './thumbnail.tsx';
import { useThumbnail } from './use-thumbnail.ts';

/** What a tile asks for; the list that it stands in does it. */
export type TileCommand = 'view' | 'edit' | 'earlier' | 'later' | 'save' | 'ungroup' | 'remove';

/** The mark by which a tile that is dragged is known from files that are dragged in. */
const TILE_TYPE = 'application/x-rongdang-attachment';

type AttachmentTileProps = {
  readonly attachment: Attachment;
  readonly isChosen: boolean;
  readonly onChoose: (isChosen: boolean) => void;
  readonly onCommand: (command: TileCommand) => void;
  readonly onRole: (role: Attachment['role']) => void;
  /** Another tile is dropped onto this one and wants its place. */
  readonly onDropped: (id: string) => void;
};

/** One attachment: its small picture, its name and what it is for. Enter opens it, Alt+← and Alt+→ move it. */
export function AttachmentTile({ attachment, isChosen, onChoose, onCommand, onRole, onDropped }: AttachmentTileProps) {
  const { id, name, caption, role, sha256, mime } = attachment;
  const shown = useThumbnail(sha256, mime);
  const hint = thumbnailHint(attachment, shown);
  const press = (event: KeyboardEvent) => {
    const command = isComposing(event.nativeEvent) ? null : commandOf(event);
    if (command === null) return;
    // The page behind has shortcuts of its own: there, Delete would delete the whole record.
    event.preventDefault();
    event.stopPropagation();
    onCommand(command);
  };
  const takeTile = (event: DragEvent) => {
    const dragged = event.dataTransfer.getData(TILE_TYPE);
    if (dragged === '') return;
    event.preventDefault();
    if (dragged !== id) onDropped(dragged);
  };
  return (
    <li className={styles['tile']} data-testid="attachment-tile">
      <button
        type="button"
        className={styles['face']}
        aria-label={messages.open(name)}
        draggable
        onDragStart={(event) => {
          event.dataTransfer.setData(TILE_TYPE, id);
          event.dataTransfer.effectAllowed = 'move';
        }}
        onDragOver={(event) => event.dataTransfer.types.includes(TILE_TYPE) && event.preventDefault()}
        onDrop={takeTile}
        onClick={() => onCommand('view')}
        onKeyDown={press}
      >
        <Thumbnail attachment={attachment} shown={shown} />
      </button>
      {isPhoto(mime) && (
        <Checkbox
          className={styles['pick'] ?? ''}
          aria-label={messages.choose(name)}
          checked={isChosen}
          onChange={(event) => onChoose(event.target.checked)}
        />
      )}
      <div className={styles['name']} title={name}>
        {name}
      </div>
      {caption !== '' && <div className={styles['caption']}>{caption}</div>}
      {hint !== null && <div className={styles['hint']}>{hint}</div>}
      <div className={styles['foot']}>
        <Select
          className={styles['role'] ?? ''}
          size="small"
          variant="borderless"
          aria-label={messages.roleOf(name)}
          value={role}
          onChange={onRole}
          options={ATTACHMENT_ROLES.map((each) => ({ value: each, label: each }))}
        />
        <Dropdown menu={menuOf(attachment, onCommand)} trigger={['click']}>
          <Button size="small" type="text" aria-label={messages.actionsOf(name)} icon={<MoreOutlined aria-hidden />} />
        </Dropdown>
      </div>
    </li>
  );
}

function commandOf({ key, altKey, ctrlKey, metaKey }: KeyboardEvent): TileCommand | null {
  if (ctrlKey || metaKey) return null;
  if (altKey) {
    if (key === 'ArrowLeft') return 'earlier';
    return key === 'ArrowRight' ? 'later' : null;
  }
  if (key === 'F2') return 'edit';
  return key === 'Delete' ? 'remove' : null;
}

function menuOf({ photoGroup }: Attachment, onCommand: (command: TileCommand) => void): MenuProps {
  const { actions, keys } = messages;
  const item = (key: TileCommand) => ({
    key,
    label: actions[key],
    ...(key in keys ? { extra: keys[key as keyof typeof keys] } : {}),
  });
  return {
    items: [
      item('view'),
      item('edit'),
      item('earlier'),
      item('later'),
      item('save'),
      ...(photoGroup === null ? [] : [item('ungroup')]),
      { type: 'divider' },
      { ...item('remove'), danger: true },
    ],
    onClick: ({ key }) => onCommand(key as TileCommand),
  };
}
