import { Segmented } from 'antd';
import { useMemo, useState } from 'react';
import { checkSeries } from '#domain/filing/check-series';
import { Page } from '../../components/page.tsx';
import { useNavigation } from '../../navigation/navigation.tsx';
import { CataloguePane } from './catalogue-pane.tsx';
import { CheckPane } from './check-pane.tsx';
import { FiledPane } from './filed-pane.tsx';
import styles from './filing.module.css';
import { messages } from './messages.ts';
import { SettingsPane } from './settings-pane.tsx';
import { UnfiledPane } from './unfiled-pane.tsx';
import { useFiling } from './use-filing.ts';

const VIEWS = ['unfiled', 'filed', 'check', 'catalogue', 'settings'] as const;
export type FilingPart = (typeof VIEWS)[number];

/** So many codes are looked through in a blink; more of them only when somebody wants to see. */
const MOST_CHECKED_UNASKED = 5000;

/** Codes: what has none yet, what has one, whether they are in order, and the catalogue that follows from them. */
export function FilingScreen() {
  const filing = useFiling();
  const { leave } = useNavigation();
  const [part, setPart] = useState<FilingPart>('unfiled');
  const { papers, register, template } = filing;
  const unfiled = useMemo(
    () => papers.filter(({ id }) => (register.itemOf.get(id)?.code ?? '') === ''),
    [papers, register],
  );
  const isChecked = part === 'check' || register.issued.length <= MOST_CHECKED_UNASKED;
  const findings = useMemo(
    () => (isChecked ? checkSeries(template, register.issued) : []),
    [isChecked, template, register],
  );
  const counts: Readonly<Record<FilingPart, number>> = {
    unfiled: unfiled.length,
    filed: papers.length - unfiled.length,
    check: findings.length,
    catalogue: 0,
    settings: 0,
  };
  return (
    <Page
      title={messages.title}
      width="fill"
      actions={
        <Segmented
          aria-label={messages.viewsLabel}
          value={part}
          onChange={(next) => leave(() => setPart(next))}
          options={VIEWS.map((view) => ({
            value: view,
            label: messages.viewCount(messages.views[view], counts[view]),
          }))}
        />
      }
    >
      <div className={styles['pane']}>
        {part === 'unfiled' && <UnfiledPane filing={filing} unfiled={unfiled} onPart={setPart} />}
        {part === 'filed' && <FiledPane filing={filing} onPart={setPart} />}
        {part === 'check' && <CheckPane filing={filing} findings={findings} />}
        {part === 'catalogue' && <CataloguePane filing={filing} onPart={setPart} />}
        {part === 'settings' && <SettingsPane issued={counts.filed} />}
      </div>
    </Page>
  );
}
