import type { ReactNode } from 'react';
import styles from './settings-screen.module.css';

type SettingsRowProps = { readonly label: string; readonly hint?: string; readonly children: ReactNode };

/** One setting: what it is called, the setting itself, and what it means. */
export function SettingsRow({ label, hint, children }: SettingsRowProps) {
  return (
    <section className={styles['row']}>
      <h2 className={styles['label']}>{label}</h2>
      <div>
        <div className={styles['value']}>{children}</div>
        {hint !== undefined && <p className={styles['hint']}>{hint}</p>}
      </div>
    </section>
  );
}
