import { Segmented } from 'antd';
import { useState } from 'react';
import { useRulebook } from '../../archive/use-records.ts';
import { Page } from '../../components/page.tsx';
import { useNavigation } from '../../navigation/navigation.tsx';
import { LevelRulesPane } from './level-rules-pane.tsx';
import { messages } from './messages.ts';
import styles from './rules.module.css';
import { TermsPane } from './terms-pane.tsx';

const VIEWS = ['levels', 'terms'] as const;

/** The office's own rules: which level follows from whom, and the words that are offered while typing. */
export function RulesScreen() {
  const rulebook = useRulebook();
  const { leave } = useNavigation();
  const [view, setView] = useState<(typeof VIEWS)[number]>('levels');
  return (
    <Page
      title={messages.title}
      width="fill"
      actions={
        <Segmented
          aria-label={messages.viewsLabel}
          value={view}
          onChange={(next) => leave(() => setView(next))}
          options={VIEWS.map((each) => ({ value: each, label: messages.views[each] }))}
        />
      }
    >
      <div className={styles['pane']}>
        {view === 'levels' ? <LevelRulesPane rulebook={rulebook} /> : <TermsPane rulebook={rulebook} />}
      </div>
    </Page>
  );
}
