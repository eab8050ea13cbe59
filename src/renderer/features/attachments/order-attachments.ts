import type { Attachment } from '#domain/records/attachment';
import type { AttachmentEdit } from '#storage/change-attachments';

/** In the order in which a record shows its attachments; those without a place come last, the oldest first. */
export function inOrder(attachments: readonly Attachment[]): readonly Attachment[] {
  return attachments.toSorted(
    (a, b) =>
      (a.position ?? Number.MAX_SAFE_INTEGER) - (b.position ?? Number.MAX_SAFE_INTEGER) ||
      compareTexts(a.createdAt, b.createdAt) ||
      compareTexts(a.id, b.id),
  );
}

function compareTexts(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/**
 * The edits that bring one attachment to another place in a list. The list keeps the places that it has among all of
 * the record's attachments; only who stands on which of them changes.
 */
export function moveEdits(list: readonly Attachment[], id: string, to: number): readonly AttachmentEdit[] {
  const moved = list.find((each) => each.id === id);
  if (!moved) return [];
  const others = list.filter((each) => each.id !== id);
  const at = Math.max(0, Math.min(others.length, to));
  const wanted = [...others.slice(0, at), moved, ...others.slice(at)];
  const places = placesOf(list);
  return wanted.flatMap((each, index) => {
    const position = places[index] ?? index;
    return each.position === position ? [] : [{ id: each.id, revision: each.revision, fields: { position } }];
  });
}

/** Places that rise from one to the next, even where several had the same or none. */
function placesOf(list: readonly Attachment[]): readonly number[] {
  const places: number[] = [];
  for (const { position } of list) places.push(Math.max(position ?? 0, (places.at(-1) ?? -1) + 1));
  return places;
}
