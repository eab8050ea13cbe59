import { refuse } from '#domain/result';
import { useSession } from './session-context.tsx';
import { useArchiveActions } from './use-archive-actions.tsx';
import { messages } from './messages.ts';
import { readRecordFile } from './read-record-file.ts';
import { useDialogs } from '../hooks/use-dialogs.ts';

const MOST_PROBLEMS_SHOWN = 10;

/** Imports all of a record file, or says what is wrong with it and changes nothing. */
export function useRecordFile(): (file: File) => Promise<void> {
  const { archive } = useSession();
  const { importRecords } = useArchiveActions();
  const dialogs = useDialogs();
  return async (file) => {
    const read = await readFile(file, archive.today());
    if (read.ok) return importRecords(read.value, file.name);
    const shown = read.error.slice(0, MOST_PROBLEMS_SHOWN);
    const rest = read.error.length - shown.length;
    dialogs.error({
      title: messages.importing.badFile,
      okText: messages.importing.close,
      width: 560,
      content: (
        <ul>
          {shown.map((problem) => (
            <li key={problem}>{problem}</li>
          ))}
          {rest > 0 && <li>{messages.importing.more(rest)}</li>}
        </ul>
      ),
    });
  };
}

/** Lets the person choose a record file, and imports it. */
export function useRecordImport(): () => void {
  const importFile = useRecordFile();
  return () => {
    const input = document.createElement('input');
    input.type = 'file';
    input.accept = '.json,application/json';
    input.addEventListener('change', () => {
      const file = input.files?.[0];
      if (file) void importFile(file);
    });
    input.click();
  };
}

async function readFile(file: File, today: string): Promise<ReturnType<typeof readRecordFile>> {
  try {
    return readRecordFile(await file.text(), today);
  } catch (error) {
    return refuse([messages.importing.unreadable(String(error))]);
  }
}
