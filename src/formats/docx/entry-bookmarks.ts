import { documentEntryIds, type DocumentTree } from '#domain/document/document-tree';
import type { RecordId } from '#domain/records/record-base';

/** Word's limit for the name of a bookmark; letters, digits and "_" are allowed. */
const LONGEST_NAME = 40;

/**
 * The bookmark of every record in the document, so that a check can find each one in the finished file: "R_" and the id,
 * "-" written as "_"; an id that is too long or would collide gets a number instead.
 */
export function entryBookmarks(tree: DocumentTree): ReadonlyMap<RecordId, string> {
  const names = new Map<RecordId, string>();
  const taken = new Set<string>();
  for (const [index, id] of documentEntryIds(tree).entries()) {
    const plain = `R_${id.replaceAll('-', '_')}`;
    // Word compares the names of bookmarks without regard to case.
    const isUsable = plain.length <= LONGEST_NAME && !taken.has(plain.toLowerCase());
    const name = isUsable ? plain : `N_${index + 1}`;
    taken.add(name.toLowerCase());
    names.set(id, name);
  }
  return names;
}
