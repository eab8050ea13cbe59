import { Alert, Button } from 'antd';
import { useState } from 'react';
import type { SecondPlace } from '#contract/second-place-contract';
import { callMain } from '../../archive/bridge.ts';
import { useSession } from '../../archive/session-context.tsx';
import { useSecondPlace } from '../../archive/use-second-place.ts';
import { localMinute } from '../../components/local-minute.ts';
import { backUp, type Outcome } from './back-up.ts';
import { messages } from './messages.ts';
import styles from './safety.module.css';
import { useLongWork } from './use-long-work.ts';
import { WorkProgress } from './work-progress.tsx';

/** The memory stick or share that backups go to as well, as soon as it is there. */
export function SecondPlaceSection({ onChange }: { readonly onChange: () => Promise<void> }) {
  const { second: words } = messages;
  const { archive, isReadOnly } = useSession();
  const { seen, look } = useSecondPlace();
  const work = useLongWork();
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  if (seen === undefined) return null;
  const isBusy = work.running !== null;
  const copy = async () => {
    setOutcome(null);
    setOutcome(await work.run('backup', () => backUp(archive.database, 'second-place')));
    await Promise.all([look(), onChange()]);
  };
  const change = async (channel: 'second-place:choose' | 'second-place:forget') => {
    const changed = await callMain(channel, null);
    setOutcome(changed.ok || changed.code === 'cancelled' ? null : { type: 'error', text: words.failed[changed.code] });
    await look();
  };
  return (
    <section className={styles['section']} aria-labelledby="second-title" data-testid="second-place">
      <header className={styles['heading']}>
        <h2 id="second-title" className={styles['title']}>
          {words.title}
        </h2>
        {seen && (
          <>
            <Button type="primary" disabled={isBusy || !seen.place.isThere} onClick={() => void copy()}>
              {words.now}
            </Button>
            <Button disabled={isBusy || isReadOnly} onClick={() => void change('second-place:forget')}>
              {words.forget}
            </Button>
          </>
        )}
        <Button disabled={isBusy || isReadOnly} onClick={() => void change('second-place:choose')}>
          {seen ? words.chooseAnother : words.choose}
        </Button>
      </header>
      <p className={styles['quiet']}>{words.what}</p>
      {seen && <Place place={seen.place} isMissed={seen.isMissed} />}
      {work.running && <WorkProgress work={work.running} />}
      {outcome && <Alert type={outcome.type} showIcon title={outcome.text} role="alert" />}
    </section>
  );
}

type PlaceProps = { readonly place: SecondPlace; readonly isMissed: boolean };

function Place({ place: { folder, isThere, isOnSameDisk, lastSeen, lastBackup }, isMissed }: PlaceProps) {
  const { second: words } = messages;
  return (
    <>
      <p className={styles['told']}>
        {folder}
        <span className={isThere ? styles['good'] : styles['attention']}>
          {' '}
          {isThere ? words.isThere : words.isAway(localMinute(lastSeen))}
        </span>
      </p>
      <p className={styles['quiet']}>{lastBackup ? words.lastBackup(localMinute(lastBackup.at)) : words.noBackup}</p>
      {isOnSameDisk === true && <Alert type="warning" showIcon title={words.sameDisk} role="note" />}
      {isMissed && <Alert type="warning" showIcon title={words.missed(localMinute(lastSeen))} role="note" />}
    </>
  );
}
