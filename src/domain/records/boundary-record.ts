import type { FuzzyDate } from '../dates/fuzzy-date.ts';
import type { Entry } from './archive-record.ts';

type Shared = {
  readonly id: string;
  readonly title: string;
  readonly note: string;
  readonly source: string;
};

/** A record as the command line and forms see it: bodies by name, no bookkeeping. What `add` takes and `get` gives. */
export type BoundaryRecord =
  | (Shared & {
      readonly kind: 'honor';
      readonly date: FuzzyDate;
      readonly level: string | null;
      readonly awardedBy: readonly string[];
      readonly recipients: readonly string[];
      readonly collective: boolean;
      readonly documentNo: string;
      readonly works: readonly string[];
    })
  | (Shared & {
      readonly kind: 'plan';
      readonly planKind: string;
      readonly documentNo: string;
      readonly issuers: readonly string[];
      readonly issued: FuzzyDate;
      readonly effective: FuzzyDate;
      readonly expires: FuzzyDate;
      readonly status: string;
    })
  | (Shared & {
      readonly kind: 'activity';
      readonly series: string;
      readonly episode: string;
      readonly date: FuzzyDate;
      readonly place: string;
      readonly hosts: readonly string[];
      readonly coHosts: readonly string[];
      readonly participants: readonly string[];
      readonly headcount: number | null;
      readonly summary: string;
    });
export type BoundaryRecordOf<K extends BoundaryRecord['kind']> = Extract<BoundaryRecord, { kind: K }>;

const printedNames = (bodies: readonly { readonly printed: string }[]) => bodies.map((body) => body.printed);

export function toBoundaryRecord(entry: Entry): BoundaryRecord {
  const { id, title, note, source } = entry;
  switch (entry.kind) {
    case 'honor': {
      const { kind, date, level, collective, documentNo, works } = entry;
      const awardedBy = printedNames(entry.awardedBy);
      const recipients = printedNames(entry.recipients);
      return { kind, id, title, date, level, awardedBy, recipients, collective, documentNo, works, note, source };
    }
    case 'plan': {
      const { kind, planKind, documentNo, issued, effective, expires, status } = entry;
      const issuers = printedNames(entry.issuers);
      return { kind, id, title, planKind, documentNo, issuers, issued, effective, expires, status, note, source };
    }
    case 'activity': {
      const { kind, series, episode, date, place, headcount, summary } = entry;
      const hosts = printedNames(entry.hosts);
      const coHosts = printedNames(entry.coHosts);
      const participants = printedNames(entry.participants);
      return {
        kind,
        id,
        title,
        series,
        episode,
        date,
        place,
        hosts,
        coHosts,
        participants,
        headcount,
        summary,
        note,
        source,
      };
    }
  }
}
