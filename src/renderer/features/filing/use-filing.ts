import { useMemo, useSyncExternalStore } from 'react';
import type { FilingItem } from '#domain/records/filing-item';
import type { FilableRecord } from '#domain/filing/filable-record';
import type { FileCodeTemplate } from '#domain/filing/file-code-template';
import { openRegister, type FilingRegister } from '#domain/filing/filing-register';
import { DEFAULT_FILING_SETTINGS, settingsTemplate, type FilingSettings } from '#domain/filing/filing-settings';
import { readFilingSettings } from '#domain/filing/rulebook-settings';
import { useSession } from '../../archive/session-context.tsx';
import { useRecords, useRulebook } from '../../archive/use-records.ts';

export type FilingView = {
  /** Null when the rulebook holds settings that no code can be made by. */
  readonly settings: FilingSettings | null;
  readonly template: FileCodeTemplate;
  readonly register: FilingRegister;
  /** All living records that can be filed, whether they are or not. */
  readonly papers: readonly FilableRecord[];
  /** One of them. */
  readonly ownerOf: (id: string) => FilableRecord | null;
};

/** The register of filing as it is now. */
export function useFiling(): FilingView {
  const { records } = useSession();
  const rulebook = useRulebook();
  const papers = useFilables();
  const items = useRecords('filingItem');
  const deleted = useSyncExternalStore(records.onChange, records.deleted);
  return useMemo(() => {
    const read = readFilingSettings(rulebook);
    const template = settingsTemplate(read.ok ? read.value : DEFAULT_FILING_SETTINGS);
    const gone = deleted.filter((record): record is FilingItem => record.kind === 'filingItem');
    const byId = new Map<string, FilableRecord>(papers.map((record) => [record.id, record]));
    const ownerOf = (id: string) => byId.get(id) ?? null;
    const register = openRegister(template, [...items, ...gone], ownerOf);
    return { settings: read.ok ? read.value : null, template, register, papers, ownerOf };
  }, [rulebook, papers, items, deleted]);
}

/** The item of one record, without the cost of the whole register; the one with a code where there are two. */
export function useFilingItem(ownerId: string): FilingItem | null {
  const items = useRecords('filingItem');
  return useMemo(() => {
    const own = items.filter(({ owner }) => owner?.id === ownerId);
    return own.find(({ code }) => code !== '') ?? own[0] ?? null;
  }, [items, ownerId]);
}

function useFilables(): readonly FilableRecord[] {
  const honors = useRecords('honor');
  const plans = useRecords('plan');
  const activities = useRecords('activity');
  const practices = useRecords('practice');
  const evaluations = useRecords('evaluation');
  return useMemo(
    () => [...honors, ...plans, ...activities, ...practices, ...evaluations],
    [honors, plans, activities, practices, evaluations],
  );
}
