import { useSecondPlace } from '../../archive/use-second-place.ts';
import { localMinute } from '../../components/local-minute.ts';
import { useNavigation } from '../../navigation/navigation.tsx';
import { HomeCard, HomeRow } from './home-card.tsx';
import styles from './home-screen.module.css';
import { messages } from './messages.ts';

/** Reminds of a memory stick or share that was away for too long; nothing otherwise. */
export function SecondPlaceReminder() {
  const { go } = useNavigation();
  const { seen } = useSecondPlace();
  if (!seen?.isMissed) return null;
  return (
    <HomeCard title={messages.safety}>
      <ul className={styles['list']}>
        <HomeRow
          title={messages.secondPlaceMissed}
          remark={messages.lastSeen(localMinute(seen.place.lastSeen))}
          onOpen={() => go({ screen: 'safety' })}
        />
      </ul>
    </HomeCard>
  );
}
