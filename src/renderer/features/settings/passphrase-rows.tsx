import { Button, Select } from 'antd';
import { useState } from 'react';
import { IDLE_LOCK_MINUTES, type Settings } from '#contract/settings';
import { lockNow, useLockState } from '../../archive/lock-state.ts';
import { useSession } from '../../archive/session-context.tsx';
import { messages } from './messages.ts';
import { PassphraseDialog, type PassphraseChange } from './passphrase-dialog.tsx';
import { SettingsRow } from './settings-row.tsx';
import styles from './settings-screen.module.css';

const { passphrase: words } = messages;

type PassphraseRowsProps = { readonly onChange: (part: Partial<Settings>) => Promise<void> };

/** The passphrase, and after how long the archive locks itself. */
export function PassphraseRows({ onChange }: PassphraseRowsProps) {
  const { settings, info } = useSession();
  const [asked, setAsked] = useState<PassphraseChange | null>(null);
  const { isSet, isSealed } = useLockState() ?? { isSet: false, isSealed: false };
  const offered: readonly PassphraseChange[] = isSet ? ['change', 'remove'] : ['set'];
  return (
    <>
      <SettingsRow label={words.label} hint={hintOf(isSet, isSealed)}>
        {offered.map((change) => (
          <Button key={change} disabled={info.readOnly} onClick={() => setAsked(change)}>
            {words.buttons[change]}
          </Button>
        ))}
        {isSet && <Button onClick={lockNow}>{words.lockNow}</Button>}
      </SettingsRow>
      <SettingsRow label={words.idle} hint={isSet ? words.idleHint : words.idleHintNone}>
        <Select
          className={styles['minutes'] ?? ''}
          aria-label={words.idle}
          disabled={!isSet || info.readOnly}
          value={settings.idleLockMinutes}
          options={IDLE_LOCK_MINUTES.map((value) => ({ value, label: words.idleChoice(value) }))}
          onChange={(idleLockMinutes) => void onChange({ idleLockMinutes })}
        />
      </SettingsRow>
      {asked && <PassphraseDialog key={asked} change={asked} isSealed={isSealed} onClose={() => setAsked(null)} />}
    </>
  );
}

function hintOf(isSet: boolean, isSealed: boolean): string {
  if (!isSet) return words.hintNone;
  return isSealed ? words.hintSealed : words.hintSet;
}
