import type { PackageSummary } from '#contract/backup-contract';
import { readRecordLine } from '#storage/read-record-line';
import { callMain } from './bridge.ts';

/** An attachment that cannot be had from the folder beside a package, by the name that people know it by. */
export type LackingFile = PackageSummary['lackingAttachments'][number] & { readonly name: string };

/** What would not show on a line, or turn it round: the package may come from anywhere. */
const UNSEEN = /[\p{Cc}\p{Cf}]/gu;
const LONGEST_SHOWN = 80;

/** Names what an opened package lacks by its own records; one that no record names is called by its hash. */
export async function nameLacking(
  token: string,
  { lackingAttachments, recordFormat }: Pick<PackageSummary, 'lackingAttachments' | 'recordFormat'>,
): Promise<readonly LackingFile[]> {
  if (lackingAttachments.length === 0) return [];
  const wanted = new Set(lackingAttachments.map(({ sha256 }) => sha256));
  const names = new Map<string, string>();
  for (;;) {
    const next = await callMain('package:records', { token, kind: 'attachment' });
    // Its name is worth telling, but that it is lacking is what counts.
    if (!next.ok || next.text === null) break;
    for (const line of next.text.split('\n')) {
      const { sha256, name } = ((line === '' ? null : readRecordLine(line, recordFormat)) ?? {}) as Record<
        string,
        unknown
      >;
      if (typeof sha256 === 'string' && typeof name === 'string' && wanted.has(sha256)) names.set(sha256, name);
    }
  }
  return lackingAttachments.map((each) => ({ ...each, name: shown(names.get(each.sha256) ?? each.sha256) }));
}

const shown = (name: string): string => name.replaceAll(UNSEEN, '').slice(0, LONGEST_SHOWN);
