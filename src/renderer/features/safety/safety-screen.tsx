import { useState } from 'react';
import { useSession } from '../../archive/session-context.tsx';
import { Page } from '../../components/page.tsx';
import { useNavigation } from '../../navigation/navigation.tsx';
import { BackupsSection } from './backups-section.tsx';
import { HealthSection } from './health-section.tsx';
import { messages } from './messages.ts';
import { MoveDialog } from './move-dialog.tsx';
import { RestoreDialog } from './restore-dialog.tsx';
import styles from './safety.module.css';
import { SecondPlaceSection } from './second-place-section.tsx';
import { useSafetyFacts } from './use-safety-facts.ts';

/** A package to be restored: a listed one, or one that the person chooses. */
type Wanted = { readonly listed: string | null };

/** Whether the archive is safe, its backups, and the way back. @param asksRestore begins with choosing a backup */
export function SafetyScreen({ asksRestore }: { readonly asksRestore: boolean }) {
  const { archive, isReadOnly } = useSession();
  const [isMoving, setMoving] = useState(false);
  const { replace } = useNavigation();
  const { facts, reload } = useSafetyFacts();
  const [wanted, setWanted] = useState<Wanted | null>(asksRestore ? { listed: null } : null);
  return (
    <Page title={messages.title}>
      {facts === null ? (
        <p className={styles['quiet']} aria-live="polite">
          {messages.loading}
        </p>
      ) : (
        <>
          <HealthSection facts={facts} onAgain={() => void reload()} />
          <BackupsSection
            backups={facts.backups}
            onChange={reload}
            onRestore={(listed) => setWanted({ listed })}
            onMove={() => setMoving(true)}
          />
          <SecondPlaceSection onChange={reload} />
        </>
      )}
      {isMoving && (
        <MoveDialog
          onClose={() => {
            setMoving(false);
            void reload();
          }}
        />
      )}
      {wanted && (
        <RestoreDialog
          listed={wanted.listed}
          database={archive.database}
          isReadOnly={isReadOnly}
          onClose={() => {
            setWanted(null);
            // Coming back to the screen does not ask again.
            if (asksRestore) replace({ screen: 'safety' });
            else void reload();
          }}
        />
      )}
    </Page>
  );
}
