import { DatabaseOutlined, HistoryOutlined, ImportOutlined, PlusOutlined } from '@ant-design/icons';
import { Alert } from 'antd';
import type { ReactNode } from 'react';
import { useSession } from '../../archive/session-context.tsx';
import { useArchiveActions } from '../../archive/use-archive-actions.tsx';
import { useLedgerRecords, useRecords } from '../../archive/use-records.ts';
import { Page } from '../../components/page.tsx';
import { useNavigation } from '../../navigation/navigation.tsx';
import styles from './home-screen.module.css';
import { messages } from './messages.ts';
import { Overview } from './overview.tsx';

/** First run: four ways to begin. Afterwards: what there is, what is missing, and what was last worked on. */
export function HomeScreen() {
  const records = useLedgerRecords();
  const units = useRecords('unit');
  const isEmpty = units.length === 0 && records.every((list) => list.length === 0);
  return isEmpty ? <Welcome /> : <Overview />;
}

function Welcome() {
  const { info } = useSession();
  const { go } = useNavigation();
  const { loadSample } = useArchiveActions();
  const { add, addBody, sample, sampleBody } = messages.start;
  return (
    <Page title={messages.welcome}>
      <p className={styles['lead']}>{messages.welcomeBody}</p>
      <div className={styles['choices']}>
        <Choice
          icon={<PlusOutlined aria-hidden />}
          title={add}
          body={addBody}
          onChoose={() => go({ screen: 'new', kind: 'honor' })}
        />
        <Choice
          icon={<ImportOutlined aria-hidden />}
          title={messages.start.import}
          body={messages.start.importBody}
          onChoose={() => go({ screen: 'import' })}
        />
        <Choice
          icon={<HistoryOutlined aria-hidden />}
          title={messages.start.restore}
          body={messages.start.restoreBody}
          onChoose={() => go({ screen: 'safety', ask: 'restore' })}
        />
        <Choice
          icon={<DatabaseOutlined aria-hidden />}
          title={sample}
          body={sampleBody}
          onChoose={() => void loadSample()}
        />
      </div>
      <Alert type="warning" showIcon title={messages.secrecy} />
      <p className={styles['folder']}>{messages.dataFolder(info.dataFolder)}</p>
    </Page>
  );
}

type ChoiceProps = {
  readonly icon: ReactNode;
  readonly title: string;
  readonly body: string;
  readonly onChoose: () => void;
};

function Choice({ icon, title, body, onChoose }: ChoiceProps) {
  return (
    <button type="button" className={styles['choice']} onClick={onChoose}>
      <span className={styles['choiceIcon']}>{icon}</span>
      <span className={styles['choiceTitle']}>{title}</span>
      <span className={styles['choiceBody']}>{body}</span>
    </button>
  );
}
