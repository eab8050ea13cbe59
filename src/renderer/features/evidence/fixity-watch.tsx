import { App, Button } from 'antd';
import { useEffect } from 'react';
import { callMain } from '../../archive/bridge.ts';
import type { LiveRecords } from '../../archive/live-records.ts';
import { useSession } from '../../archive/session-context.tsx';
import { useNavigation } from '../../navigation/navigation.tsx';
import { expectedHashes, nameProblems } from './fixity-problems.ts';
import { messages } from './messages.ts';
import { wantView } from './wanted-view.ts';

/** A check does not begin while somebody is just starting their work. */
const FIRST_LOOK_MS = 10 * 60_000;
const LOOK_AGAIN_MS = 60_000;
const CHECK_EVERY_MS = 30 * 24 * 3_600_000;

/** What this window has done already; the screens come and go, the window stays. */
const done = { hasChecked: false, warnedOf: '' };

/**
 * Checks all attachments quietly, some minutes after the start, when the last check is more than a month old; and says
 * once when the last check found something.
 */
export function FixityWatch() {
  const { records } = useSession();
  const { notification } = App.useApp();
  const { go } = useNavigation();
  useEffect(() => {
    const warn = async () => {
      const found = await findProblems(records);
      if (!found || done.warnedOf === found.at) return;
      done.warnedOf = found.at;
      notification.warning({
        key: 'fixity',
        title: messages.fixity.warningTitle,
        description: messages.fixity.warning(found.count),
        duration: 0,
        actions: (
          <Button
            size="small"
            onClick={() => {
              notification.destroy('fixity');
              wantView('fixity');
              go({ screen: 'evidence' });
            }}
          >
            {messages.fixity.look}
          </Button>
        ),
      });
    };
    const look = async () => {
      if (performance.now() >= FIRST_LOOK_MS && !done.hasChecked) {
        done.hasChecked = true;
        await checkIfDue(records);
      }
      await warn();
    };
    // What main cannot answer now it is asked again in a minute.
    const lookQuietly = () => void look().catch(() => undefined);
    lookQuietly();
    const timer = setInterval(lookQuietly, LOOK_AGAIN_MS);
    return () => clearInterval(timer);
  }, [records, notification, go]);
  return null;
}

async function checkIfDue(records: LiveRecords): Promise<void> {
  const expected = expectedHashes(records);
  if (expected.length === 0) return;
  const report = await callMain('fixity:report', null);
  if (report && Date.now() - Date.parse(report.at) < CHECK_EVERY_MS) return;
  await callMain('fixity:start', { expected, gentle: true });
}

async function findProblems(records: LiveRecords): Promise<{ readonly at: string; readonly count: number } | null> {
  const report = await callMain('fixity:report', null);
  const count = report ? nameProblems(report, records).length : 0;
  return report && count > 0 ? { at: report.at, count } : null;
}
