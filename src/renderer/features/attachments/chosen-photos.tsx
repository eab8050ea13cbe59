import { Button, Space } from 'antd';
import type { Attachment } from '#domain/records/attachment';
import type { PhotoGroup } from '#domain/records/photo-group';
import { changeAttachments } from '#storage/change-attachments';
import { useArchiveActions } from '../../archive/use-archive-actions.tsx';
import styles from './attachments.module.css';
import { messages } from './messages.ts';

type ChosenPhotosProps = {
  readonly photos: readonly Attachment[];
  readonly groups: readonly PhotoGroup[];
  readonly onNew: () => void;
  readonly onClear: () => void;
};

/** What can be done with the photos that are chosen; nothing while none are. */
export function ChosenPhotos({ photos, groups, onNew, onClear }: ChosenPhotosProps) {
  const { perform } = useArchiveActions();
  if (photos.length === 0) return null;
  const addTo = async ({ id, title }: PhotoGroup) => {
    const photoGroup = { printed: title, id };
    const edits = photos.map((photo) => ({ id: photo.id, revision: photo.revision, fields: { photoGroup } }));
    const said = { done: messages.group.saved(title), label: title };
    if (await perform((archive) => changeAttachments(archive, edits), said)) onClear();
  };
  return (
    <Space className={styles['chosen'] ?? ''} wrap size={6}>
      <Button size="small" type="primary" onClick={onNew}>
        {messages.group.create(photos.length)}
      </Button>
      {groups.map((group) => (
        <Button key={group.id} size="small" onClick={() => void addTo(group)}>
          {messages.group.addTo(group.title)}
        </Button>
      ))}
      <Button size="small" type="text" onClick={onClear}>
        {messages.group.clear}
      </Button>
    </Space>
  );
}
