import { useEffect, useState } from 'react';
import type { Result } from '#domain/result';
import type { CommitFailure } from '#storage/commit-changes';
import { inspectImport, type ImportAccount } from '#storage/undo-import';
import { useSession } from '../../archive/session-context.tsx';

type Inspected = Result<ImportAccount, CommitFailure>;

export type ImportAccounts =
  | { readonly state: 'counting' }
  | { readonly state: 'failed'; readonly detail: string }
  /** What an undo would do: leaving alone what was edited since, and taking it back as well. */
  | { readonly state: 'known'; readonly keeping: Inspected; readonly whole: Inspected };

/** What taking an import back would do, looked up anew when anything changes, unless that is the undo itself. */
export function useImportAccounts(batchId: string, isUndoing: boolean): ImportAccounts {
  const { archive, records } = useSession();
  const [accounts, setAccounts] = useState<ImportAccounts>({ state: 'counting' });
  useEffect(() => {
    if (isUndoing) return undefined;
    let latest = 0;
    const inspect = () => {
      latest += 1;
      const turn = latest;
      const tell = (found: ImportAccounts) => turn === latest && setAccounts(found);
      Promise.all([inspectImport(archive, batchId, true), inspectImport(archive, batchId, false)]).then(
        ([keeping, whole]) => tell({ state: 'known', keeping, whole }),
        (error: unknown) => tell({ state: 'failed', detail: String(error) }),
      );
    };
    inspect();
    const stop = records.onChange(inspect);
    return () => {
      stop();
      latest = 0;
    };
  }, [archive, records, batchId, isUndoing]);
  return accounts;
}
