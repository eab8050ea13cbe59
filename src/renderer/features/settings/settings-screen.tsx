import { App, Button, Input, Segmented, Select, Switch } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { LONGEST_OPERATOR, THEMES, type Settings } from '#contract/settings';
import { callMain } from '../../archive/bridge.ts';
import { useSession } from '../../archive/session-context.tsx';
import { useRecordImport } from '../../archive/use-record-import.tsx';
import { useArchiveActions } from '../../archive/use-archive-actions.tsx';
import { Card } from '../../components/card.tsx';
import { Page } from '../../components/page.tsx';
import { isComposing } from '../../hooks/is-composing.ts';
import { useNavigation } from '../../navigation/navigation.tsx';
import { messages } from './messages.ts';
import { PassphraseRows } from './passphrase-rows.tsx';
import { SettingsRow } from './settings-row.tsx';
import styles from './settings-screen.module.css';

/** What the office can set, where its data is, and the shortcuts. */
export function SettingsScreen() {
  const { info, settings, isReadOnly, changeSettings } = useSession();
  const { loadSample } = useArchiveActions();
  const importFile = useRecordImport();
  const { message } = App.useApp();
  const { go } = useNavigation();
  const change = async (part: Partial<Settings>) => {
    if (!(await changeSettings(part))) void message.error(messages.notSaved);
  };
  return (
    <Page title={messages.title}>
      <Card holds="rows">
        <SettingsRow label={messages.theme}>
          <Segmented
            value={settings.theme}
            onChange={(theme) => void change({ theme })}
            options={THEMES.map((theme) => ({ value: theme, label: messages.themes[theme] }))}
          />
        </SettingsRow>
        <SettingsRow label={messages.operator} hint={messages.operatorHint(info.account)}>
          <SavedText
            // The corner of the window may choose another one meanwhile; what stands here must not bring back the first.
            key={settings.operator}
            id="operator"
            label={messages.operator}
            value={settings.operator}
            longest={50}
            onSave={(operator) => void change({ operator })}
          />
        </SettingsRow>
        <SettingsRow label={messages.operators} hint={messages.operatorsHint}>
          <Select
            mode="tags"
            className={styles['names'] ?? ''}
            aria-label={messages.operators}
            value={[...settings.operators]}
            open={false}
            suffixIcon={null}
            onChange={(names: readonly string[]) => void change({ operators: readNames(names) })}
          />
        </SettingsRow>
        <SettingsRow label={messages.readOnly} hint={messages.readOnlyHint}>
          <Switch
            aria-label={messages.readOnly}
            checked={isReadOnly}
            disabled={info.readOnly}
            onChange={(readOnly) => void change({ readOnly })}
          />
        </SettingsRow>
        <PassphraseRows onChange={change} />
        <SettingsRow label={messages.editor} hint={messages.editorHint}>
          <SavedText
            id="editor"
            label={messages.editor}
            value={settings.editor}
            longest={60}
            onSave={(editor) => void change({ editor })}
          />
        </SettingsRow>
        <SettingsRow label={messages.dataFolder} hint={messages.dataHint}>
          <span className={styles['folder']}>{info.dataFolder}</span>
          <Button onClick={() => void callMain('data-folder:open', null)}>{messages.openFolder}</Button>
          <Button onClick={() => go({ screen: 'safety' })}>{messages.safety}</Button>
        </SettingsRow>
        <SettingsRow label={messages.import} hint={messages.importHint}>
          <Button onClick={importFile}>{messages.chooseFile}</Button>
        </SettingsRow>
        <SettingsRow label={messages.sample} hint={messages.sampleHint}>
          <Button onClick={() => void loadSample()}>{messages.loadSample}</Button>
        </SettingsRow>
        <SettingsRow label={messages.about} hint={messages.offline}>
          {messages.version(info.version, info.electron)}
        </SettingsRow>
      </Card>
    </Page>
  );
}

/** Names as they were typed, without what is empty, too long or there twice. */
function readNames(typed: readonly string[]): string[] {
  const names = typed.map((name) => name.trim().slice(0, LONGEST_OPERATOR).trim());
  return [...new Set(names.filter((name) => name !== ''))].slice(0, 50);
}

type SavedTextProps = {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly longest: number;
  readonly onSave: (value: string) => void;
};

/** Saved when it is left, by Enter, and with the screen, as small settings are expected to be. */
function SavedText({ id, label, value, longest, onSave }: SavedTextProps) {
  const [typed, setTyped] = useState(value);
  const save = () => {
    if (typed.trim() !== value) onSave(typed.trim());
  };
  const latestSave = useRef(save);
  useEffect(() => {
    latestSave.current = save;
  });
  useEffect(() => () => latestSave.current(), []);
  return (
    <Input
      id={id}
      aria-label={label}
      className={styles['text'] ?? ''}
      value={typed}
      maxLength={longest}
      onChange={(event) => setTyped(event.target.value)}
      onBlur={save}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && !isComposing(event.nativeEvent)) save();
      }}
    />
  );
}
