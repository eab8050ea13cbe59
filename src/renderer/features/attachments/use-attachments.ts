import { useMemo } from 'react';
import type { Attachment } from '#domain/records/attachment';
import type { PhotoGroup } from '#domain/records/photo-group';
import { useRecords } from '../../archive/use-records.ts';
import { inOrder } from './order-attachments.ts';

export type OwnedAttachments = {
  /** All of the record's attachments in order. */
  readonly all: readonly Attachment[];
  /** Those that are in no photo group. */
  readonly loose: readonly Attachment[];
  readonly groups: readonly { readonly group: PhotoGroup; readonly photos: readonly Attachment[] }[];
};

/** What is attached to a record, as it is now. */
export function useAttachments(ownerId: string): OwnedAttachments {
  const attachments = useRecords('attachment');
  const groups = useRecords('photoGroup');
  const all = useMemo(() => inOrder(attachments.filter(({ owner }) => owner?.id === ownerId)), [attachments, ownerId]);
  return useMemo(() => {
    const own = groups
      .filter(({ owner }) => owner?.id === ownerId)
      .toSorted((a, b) => (a.createdAt < b.createdAt ? -1 : 1));
    const known = new Set<string>(own.map(({ id }) => id));
    const groupOf = ({ photoGroup }: Attachment) => (photoGroup?.id && known.has(photoGroup.id) ? photoGroup.id : null);
    return {
      all,
      loose: all.filter((each) => groupOf(each) === null),
      groups: own.map((group) => ({ group, photos: all.filter((each) => groupOf(each) === group.id) })),
    };
  }, [all, groups, ownerId]);
}
