import type { ArchiveRecord, RecordOf } from '../records/archive-record.ts';
import { dateVariants } from './date-variants.ts';
import type { SearchField } from './search-document.ts';
import type { SearchableThing } from './search-expression.ts';

/** A record that is not found itself but is searched with those that it belongs to. */
export type SearchPart = {
  readonly id: string;
  /** Each once. A link belongs to both its ends. */
  readonly ownerIds: readonly string[];
  readonly fields: readonly SearchField[];
  /** What its owners have by it. */
  readonly things: readonly SearchableThing[];
};

export type PartRecord = RecordOf<'attachment' | 'photoGroup' | 'link'>;

export function isPart(record: ArchiveRecord): record is PartRecord {
  return record.kind === 'attachment' || record.kind === 'photoGroup' || record.kind === 'link';
}

/**
 * What an attachment, a group of photos or a link adds to its owners. Of a link only its note is searched: with the
 * title of the other end, every record would be found by all that it has to do with.
 */
export function toSearchPart(record: PartRecord): SearchPart {
  const fields = textsOf(record).filter((text) => text !== '');
  return {
    id: record.id,
    ownerIds: [...new Set(ownersOf(record))],
    fields: [...new Set(fields)].map((text) => ({ name: record.kind, text })),
    things: thingsOf(record),
  };
}

function textsOf(record: PartRecord): readonly string[] {
  switch (record.kind) {
    case 'attachment':
      return [record.name, record.caption, record.extractedText, record.note];
    case 'photoGroup': {
      const { title, event, place, people, background, photographer, note } = record;
      return [title, event, ...dateVariants(record.date), place, people, background, photographer, note];
    }
    case 'link':
      return [record.note];
  }
}

function ownersOf(record: PartRecord): readonly string[] {
  const owners = record.kind === 'link' ? [record.from, record.to] : [record.owner];
  return owners.flatMap((owner) => owner?.id ?? []);
}

function thingsOf(record: PartRecord): readonly SearchableThing[] {
  switch (record.kind) {
    case 'attachment':
      return record.role === '证书' ? ['attachment', 'certificate'] : ['attachment'];
    case 'photoGroup':
      return [];
    case 'link':
      return ['link'];
  }
}
