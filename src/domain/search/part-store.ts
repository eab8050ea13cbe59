import type { DocumentStore } from './document-store.ts';
import { withParts, type PackedPart } from './packed-document.ts';

/** Hands each part to the documents that it belongs to, and keeps it while they are not there. */
export type PartStore = {
  readonly put: (part: PackedPart, ownerIds: readonly string[]) => void;
  readonly remove: (id: string) => void;
  /** The parts that a document is to have when it is put; they no longer wait for it. */
  readonly take: (ownerId: string) => readonly PackedPart[];
  /** Keeps the parts of a document that goes. */
  readonly keep: (ownerId: string, parts: readonly PackedPart[]) => void;
  /** Parts that wait for their owners. */
  readonly waiting: () => ReadonlyMap<string, readonly PackedPart[]>;
};

export function createPartStore(
  documents: DocumentStore,
  saved: Iterable<readonly [string, readonly PackedPart[]]> = [],
): PartStore {
  const waiting = new Map(saved);
  let owners: Map<string, readonly string[]> | null = null;

  // Most archives are opened without any part being changed.
  const ownersByPart = (): Map<string, readonly string[]> => {
    owners ??= listOwners(documents, waiting);
    return owners;
  };
  const partsOf = (ownerId: string): readonly PackedPart[] =>
    waiting.get(ownerId) ?? documents.find(ownerId)?.parts ?? [];
  const keep = (ownerId: string, parts: readonly PackedPart[]) => {
    if (parts.length === 0) waiting.delete(ownerId);
    else waiting.set(ownerId, parts);
  };
  const setParts = (ownerId: string, parts: readonly PackedPart[]) => {
    const document = documents.find(ownerId);
    if (document === null) keep(ownerId, parts);
    else documents.put(withParts(document, parts));
  };
  const remove = (id: string) => {
    for (const ownerId of ownersByPart().get(id) ?? []) {
      setParts(
        ownerId,
        partsOf(ownerId).filter((part) => part.id !== id),
      );
    }
    ownersByPart().delete(id);
  };
  return {
    put: (part, ownerIds) => {
      remove(part.id);
      if (ownerIds.length === 0) return;
      ownersByPart().set(part.id, ownerIds);
      for (const ownerId of ownerIds) {
        setParts(
          ownerId,
          [...partsOf(ownerId), part].toSorted((a, b) => (a.id < b.id ? -1 : 1)),
        );
      }
    },
    remove,
    take: (ownerId) => {
      const parts = partsOf(ownerId);
      waiting.delete(ownerId);
      return parts;
    },
    keep,
    waiting: () => waiting,
  };
}

function listOwners(
  documents: DocumentStore,
  waiting: ReadonlyMap<string, readonly PackedPart[]>,
): Map<string, readonly string[]> {
  const owners = new Map<string, readonly string[]>();
  const add = (partId: string, ownerId: string) => owners.set(partId, [...(owners.get(partId) ?? []), ownerId]);
  documents.visitParts((ownerId, partIds) => {
    for (const partId of partIds) add(partId, ownerId);
  });
  for (const [ownerId, parts] of waiting) for (const part of parts) add(part.id, ownerId);
  return owners;
}
