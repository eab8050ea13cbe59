import { App } from 'antd';
import { useCallback } from 'react';
import { recordTitle } from '#domain/records/archive-record';
import { attachFiles, type AttachedFiles } from '#storage/attach-files';
import type { OfferedFiles } from './attach-offers.ts';
import { attachMessages } from './attach-messages.ts';
import { takeFiles, type FileToAttach, type TakenFiles } from './attach-run.ts';
import { presentRun, showRun } from './attach-runs.ts';
import { callMain } from './bridge.ts';
import type { LiveRecords } from './live-records.ts';
import { useSession } from './session-context.tsx';
import { useArchiveActions, type ArchiveActions } from './use-archive-actions.tsx';
import { useDialogs } from '../hooks/use-dialogs.ts';

const MOST_LINES = 12;
const MOST_TITLES = 3;

/** Attaches files to records: copies them with progress, writes one change set, and tells what became of each. */
export function useAttach(): (
  wanted: readonly FileToAttach[],
  problems?: readonly string[],
) => Promise<AttachedFiles | null> {
  const { records } = useSession();
  const { perform } = useArchiveActions();
  const { message } = App.useApp();
  const dialogs = useDialogs();
  return useCallback(
    async (wanted, problems = []) => {
      const tellLines = (title: string, lines: readonly string[], isFailure: boolean) => {
        const shown = lines.slice(0, MOST_LINES);
        const rest = lines.length - shown.length;
        const content = (
          <>
            {shown.map((line) => (
              <p key={line}>{line}</p>
            ))}
            {rest > 0 && <p>{attachMessages.more(rest)}</p>}
            {isFailure && <p>{attachMessages.safe}</p>}
          </>
        );
        const tell = isFailure ? dialogs.warning : dialogs.info;
        tell({ title, content, width: 560, okText: attachMessages.close });
      };
      if (wanted.length > 0 && presentRun()) {
        await callMain('attachments:release', { tokens: wanted.map(({ file }) => file.token) });
        void message.info(attachMessages.busy);
        return null;
      }
      if (wanted.length === 0) {
        if (problems.length > 0) tellLines(attachMessages.reportTitle, problems, true);
        return null;
      }
      try {
        const present = records.list('attachment');
        const taken = await showRun(wanted.length, (onProgress, signal) =>
          takeFiles(wanted, present, onProgress, signal),
        );
        const attached = await write(taken, records, perform);
        const failures = [...problems, ...failureLines(taken)];
        const notes = noteLines(taken, records);
        if (failures.length > 0) tellLines(attachMessages.reportTitle, [...failures, ...notes], true);
        else if (notes.length > 0) tellLines(attachMessages.noteTitle, notes, false);
        return attached;
      } catch (error) {
        // A fault that nobody else would hear of.
        dialogs.error({ title: attachMessages.faultTitle, content: attachMessages.fault(String(error)) });
        return null;
      }
    },
    [records, perform, message, dialogs],
  );
}

async function write(
  { stored }: TakenFiles,
  records: LiveRecords,
  perform: ArchiveActions['perform'],
): Promise<AttachedFiles | null> {
  const [first] = stored;
  if (!first) return null;
  const owners = new Set(stored.map(({ ownerId }) => ownerId));
  const title = titleOf(records, first.ownerId);
  return perform((archive) => attachFiles(archive, stored), {
    done: ({ attachments }) =>
      owners.size === 1
        ? attachMessages.attached(attachments.length, title)
        : attachMessages.attachedToMany(attachments.length, owners.size),
    label: attachMessages.label(stored.map(({ name }) => name)),
  });
}

/** Takes what was dropped or pasted to one record. */
export function toOwner({ files }: OfferedFiles, ownerId: string): readonly FileToAttach[] {
  return files.map((file) => ({ file, ownerId }));
}

function failureLines({ failed, left }: TakenFiles): readonly string[] {
  const lines = failed.map(({ name, code }) => attachMessages.failed(name, code));
  return left > 0 ? [...lines, attachMessages.stopped(left)] : lines;
}

function noteLines({ repeated, elsewhere }: TakenFiles, records: LiveRecords): readonly string[] {
  return [
    ...repeated.map(({ name, ownerId }) => attachMessages.repeated(name, titleOf(records, ownerId))),
    ...elsewhere.map(({ name, ownerIds }) => {
      const titles = ownerIds.slice(0, MOST_TITLES).map((id) => `“${titleOf(records, id)}”`);
      return attachMessages.elsewhere(name, titles.join('、'));
    }),
  ];
}

function titleOf(records: LiveRecords, id: string): string {
  const record = records.get(id);
  return record ? recordTitle(record) : id;
}
