import { useCallback, useEffect, useRef, useState } from 'react';
import type { FileNameMatch } from '#domain/attachments/match-file-names';
import type { OfferedFile } from '#contract/attachment-contract';
import { callMain } from '../../archive/bridge.ts';
import { useSession } from '../../archive/session-context.tsx';
import { matchAttachmentNames } from '../../jobs/match-attachment-names.ts';
import { matchableRecords } from './matchable-records.ts';
import { messages } from './messages.ts';

/** A file of the folder, what was found for it, and where it goes; null: it is left out. */
export type ScanRow = {
  readonly file: OfferedFile;
  readonly match: FileNameMatch;
  readonly target: string | null;
  /** A person has chosen or left it out. */
  readonly isDecided: boolean;
};

export type FolderMatching =
  | { readonly step: 'choosing' }
  | { readonly step: 'matching'; readonly files: number }
  | { readonly step: 'failed'; readonly text: string }
  | { readonly step: 'table'; readonly rows: readonly ScanRow[]; readonly notes: readonly string[] };

/** Asks for a folder and matches the names of its files to records; what is sure is chosen beforehand. */
export function useFolderMatching(onCancelled: () => void) {
  const { records } = useSession();
  const [matching, setMatching] = useState<FolderMatching>({ step: 'choosing' });
  const stop = useRef(new AbortController());
  /** Offered and not attached: they are given back when the dialog closes. */
  const offered = useRef<readonly string[]>([]);
  const cancelled = useRef(onCancelled);
  useEffect(() => {
    cancelled.current = onCancelled;
  });
  useEffect(() => {
    const { current: controller } = stop;
    const run = async () => {
      const answer = await callMain('attachments:choose-files', 'folder');
      if (!answer.ok) return cancelled.current();
      const { files, more, unreadable } = answer;
      offered.current = files.map(({ token }) => token);
      const notes = [
        ...(more ? [messages.folderMore(files.length)] : []),
        ...(unreadable > 0 ? [messages.folderUnreadable(unreadable)] : []),
      ];
      if (files.length === 0) return setMatching({ step: 'failed', text: [messages.emptyFolder, ...notes].join(' ') });
      setMatching({ step: 'matching', files: files.length });
      const fileNames = files.map(({ place, name }) => (place === '' ? name : `${place}/${name}`));
      const matches = await matchAttachmentNames({ fileNames, records: matchableRecords(records) }, controller.signal);
      if (controller.signal.aborted) return;
      if (!matches) return setMatching({ step: 'failed', text: messages.matchFailed });
      setMatching({ step: 'table', notes, rows: files.flatMap((file, index) => rowOf(file, matches[index])) });
    };
    run().catch(() => setMatching({ step: 'failed', text: messages.matchFailed }));
    return undefined;
    // Asked for once, when the dialog opens.
    // oxlint-disable-next-line react/exhaustive-deps
  }, []);
  return {
    matching,
    choose: useCallback((token: string, target: string | null) => {
      setMatching((now) =>
        now.step === 'table'
          ? {
              ...now,
              rows: now.rows.map((row) => (row.file.token === token ? { ...row, target, isDecided: true } : row)),
            }
          : now,
      );
    }, []),
    /** Gives back what is not wanted. */
    release: (except: ReadonlySet<string>) => {
      stop.current.abort();
      const tokens = offered.current.filter((token) => !except.has(token));
      offered.current = [];
      if (tokens.length > 0) void callMain('attachments:release', { tokens });
    },
  };
}

function rowOf(file: OfferedFile, match: FileNameMatch | undefined): readonly ScanRow[] {
  if (!match) return [];
  const best = match.proposals[0]?.id ?? null;
  return [{ file, match, target: match.verdict === 'sure' ? best : null, isDecided: false }];
}
