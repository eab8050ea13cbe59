import { Checkbox, Form } from 'antd';
import type { ReactNode } from 'react';
import { CoverFields, type CoverState } from './cover-fields.tsx';
import { DocumentPanel, type DocumentPanelProps } from './document-panel.tsx';
import styles from './documents.module.css';
import { messages } from './messages.ts';
import { ScopeFields, type ScopeState } from './scope-fields.tsx';

type ScopedPanelProps = Pick<DocumentPanelProps, 'kind' | 'desk' | 'options'> & {
  readonly cover: CoverState;
  readonly scope: ScopeState;
  readonly levelLabel: string | null;
  /** How many records it would hold. */
  readonly count: number;
  /** How many of unknown year could be in it, and whether they shall be. */
  readonly undated: { readonly count: number; readonly isIncluded: boolean; readonly include: (are: boolean) => void };
  /** Whether what is asked for besides cover and scope is filled in. */
  readonly isComplete?: boolean;
  /** Above everything else. */
  readonly first?: ReactNode;
  readonly children?: ReactNode;
};

/** The choices for a document about a window of days: its cover, its scope, its own, and those of unknown year. */
export function ScopedPanel({ kind, desk, options, cover, scope, levelLabel, ...props }: ScopedPanelProps) {
  const { count, undated, isComplete = true, first, children } = props;
  return (
    <DocumentPanel
      kind={kind}
      desk={desk}
      isComplete={cover.isComplete && scope.isComplete && isComplete}
      options={options}
      notice={count === 0 ? messages.nothingInScope : messages.willHold(count)}
    >
      {first}
      <div className={styles['cover']}>
        <CoverFields {...cover} />
      </div>
      <ScopeFields state={scope} levelLabel={levelLabel} />
      {children}
      <UndatedChoice {...undated} />
    </DocumentPanel>
  );
}

/** Shown only when there are records of unknown year. */
export function UndatedChoice({ count, isIncluded, include }: ScopedPanelProps['undated']) {
  return (
    count > 0 && (
      <Form.Item>
        <Checkbox checked={isIncluded} onChange={(event) => include(event.target.checked)}>
          {messages.undated(count)}
        </Checkbox>
      </Form.Item>
    )
  );
}
