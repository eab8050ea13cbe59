import { App, Button, Progress } from 'antd';
import type { EntryKind } from '#domain/records/record-base';
import { KIND_NAMES } from '../components/kind-names.ts';
import { produceList, type ListProgress, type ListToProduce } from '../jobs/produce-list.ts';
import { listMessages, templateMessages } from './list-messages.ts';
import { listFile, refuseForWord, type ListType } from './list-outlines.ts';
import { saveProducedFile } from './save-produced-file.ts';
import { SavedFileActions } from './saved-file-actions.tsx';
import { useSession } from './session-context.tsx';
import { templateOutlines } from './template-outlines.ts';

const KEY = 'list-export';
const TOLD_SECONDS = 20;
/** Away from the buttons that are wanted next: on most screens they are above. */
type Placement = 'bottomRight' | 'top';

/** The one export that runs: a screen may be left while it does. */
let running: AbortController | null = null;

type Wanted = { readonly title: string; readonly type: ListType; readonly lists: readonly ListToProduce[] };

/** Makes files of lists, with progress and a way to cancel, and says where they are. */
export function useListExport(placement: Placement = 'bottomRight') {
  const { archive, settings } = useSession();
  const { notification, message } = App.useApp();

  const run = async ({ title, type, lists }: Wanted, doneTitle: (rows: number) => string): Promise<void> => {
    const refused = type === 'docx' ? refuseForWord(lists) : null;
    if (refused !== null) return void message.warning(refused);
    if (running !== null) return void message.info(listMessages.oneAtATime);
    const job = new AbortController();
    running = job;
    const show = (progress: ListProgress | null) => {
      if (job.signal.aborted) return;
      notification.open({
        key: KEY,
        title: listMessages.running(title),
        description: <ExportProgress progress={progress} />,
        actions: (
          <Button size="small" onClick={() => job.abort()}>
            {listMessages.cancel}
          </Button>
        ),
        duration: 0,
        closable: false,
        placement,
      });
    };
    show(null);
    const today = archive.today();
    const file = listFile(type, settings.editor, today);
    const outcome = await saveProducedFile(
      () => produceList({ file, lists, kindNames: KIND_NAMES }, { onProgress: show, signal: job.signal }),
      { suggestedName: `${listMessages.fileName(title, today)}.${type}`, type },
      job.signal,
    );
    running = null;
    notification.destroy(KEY);
    if (outcome.state === 'cancelled') void message.info(listMessages.cancelled);
    else if (outcome.state === 'failed') {
      notification.error({
        title: listMessages.failed,
        description: outcome.reason,
        duration: 0,
        placement,
      });
    } else {
      notification.success({
        title: doneTitle(outcome.produced.rows),
        description: outcome.path,
        actions: <SavedFileActions />,
        duration: TOLD_SECONDS,
        placement,
      });
    }
  };
  return {
    exportLists: (wanted: Wanted) => run(wanted, listMessages.done),
    exportTemplate: (kind: EntryKind) => {
      const lists = templateOutlines(kind).map((outline) => ({ outline, records: [] }));
      const title = templateMessages.title(KIND_NAMES[kind]);
      return run({ title, type: 'xlsx', lists }, () => listMessages.templateDone);
    },
  };
}

/** Collecting the records is about as long as writing the file, of which nothing is heard in between. */
function ExportProgress({ progress }: { readonly progress: ListProgress | null }) {
  const { stage = 'collect', done = 0, total = 0 } = progress ?? {};
  const share = total === 0 ? 0 : done / total;
  return (
    <>
      <Progress
        percent={stage === 'collect' ? 50 * share : 50 + 50 * share}
        status="active"
        showInfo={false}
        size="small"
        aria-label={listMessages.export}
      />
      {progress && listMessages.stage(stage, done, total)}
    </>
  );
}
