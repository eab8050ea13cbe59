import type { ArchiveDatabase } from './database.ts';
import type { JournalPort } from './journal-port.ts';

/** An open archive: the working copy, the journal behind it, and the capabilities that changing it takes. */
export type Archive = {
  readonly database: ArchiveDatabase;
  readonly journal: JournalPort;
  /** The present instant, ISO 8601 in UTC. */
  readonly now: () => string;
  /** Today's calendar day where the archive is, ISO 8601. */
  readonly today: () => string;
  /** Who is at work, as change sets are signed. */
  readonly operator: () => string;
  readonly newId: () => string;
};
