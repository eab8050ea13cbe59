import { RULEBOOK_ID } from '#domain/records/authorities';
import type { FilingItem } from '#domain/records/filing-item';
import type { Rulebook } from '#domain/records/rulebook';
import type { FileCodeTemplate } from '#domain/filing/file-code-template';
import { FILABLE_KINDS, type FilableRecord } from '#domain/filing/filable-record';
import { openRegister, type FilingRegister } from '#domain/filing/filing-register';
import { DEFAULT_FILING_SETTINGS, settingsTemplate, type FilingSettings } from '#domain/filing/filing-settings';
import { readFilingSettings } from '#domain/filing/rulebook-settings';
import { recordTable, type ArchiveDatabase } from './database.ts';

/** What giving codes needs to know, as the archive is now. */
export type FilingBooks = {
  readonly rulebook: Rulebook | null;
  /** Null when the rulebook holds settings that no code can be made by. */
  readonly settings: FilingSettings | null;
  readonly template: FileCodeTemplate;
  readonly register: FilingRegister;
  /** Every filing item, deleted ones too. */
  readonly items: readonly FilingItem[];
};

export async function readFilingBooks(database: ArchiveDatabase): Promise<FilingBooks> {
  const [items, rulebook] = await Promise.all([
    recordTable(database, 'filingItem').toArray(),
    recordTable(database, 'rulebook').get(RULEBOOK_ID),
  ]);
  const ownerIds = [...new Set(items.flatMap(({ owner }) => owner?.id ?? []))];
  const owners = await readFilables(database, ownerIds);
  const settings = readFilingSettings(rulebook ?? null);
  const template = settingsTemplate(settings.ok ? settings.value : DEFAULT_FILING_SETTINGS);
  return {
    rulebook: rulebook ?? null,
    settings: settings.ok ? settings.value : null,
    template,
    register: openRegister(template, items, (id) => owners.get(id) ?? null),
    items,
  };
}

/** The living records among some ids, of the kinds that are filed. */
export async function readFilables(
  database: ArchiveDatabase,
  ids: readonly string[],
): Promise<ReadonlyMap<string, FilableRecord>> {
  const lists = await Promise.all(
    FILABLE_KINDS.map(async (kind) => {
      const rows: readonly (FilableRecord | undefined)[] = await recordTable(database, kind).bulkGet([...ids]);
      return rows;
    }),
  );
  const living = lists.flat().filter((row): row is FilableRecord => row?.deletedAt === null);
  return new Map(living.map((record) => [record.id, record]));
}
