import { Button, Form, Input, Select } from 'antd';
import { useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { composeFileCode } from '#domain/filing/file-code';
import { NUMBER_WIDTHS } from '#domain/filing/file-code-segments';
import { FILE_CODE_PRESETS, parseFileCodeTemplate } from '#domain/filing/file-code-template';
import { DEFAULT_FILING_SETTINGS, settingsTemplate, type FilingSettings } from '#domain/filing/filing-settings';
import { changeRulebook, readFilingSettings, type SettingsProblem } from '#domain/filing/rulebook-settings';
import type { Rulebook } from '#domain/records/rulebook';
import { saveRecord } from '#storage/save-record';
import { useSession } from '../../archive/session-context.tsx';
import { useArchiveActions } from '../../archive/use-archive-actions.tsx';
import { useRulebook } from '../../archive/use-records.ts';
import { useUnsaved } from '../../navigation/navigation.tsx';
import styles from './filing.module.css';
import { messages } from './messages.ts';
import { useBase } from './use-base.ts';

const TEXTS = ['fonds', 'category', 'department'] as const;

const WIDTHS = Array.from({ length: NUMBER_WIDTHS.most - NUMBER_WIDTHS.least + 1 }, (_, index) => {
  const value = NUMBER_WIDTHS.least + index;
  return { value, label: messages.settings.width(value) };
});

/** How codes are made, with an example that follows what is typed. */
export function SettingsPane({ issued }: { readonly issued: number }) {
  const rulebook = useRulebook();
  const [isDirty, setDirty] = useState(false);
  const { base, setBase } = useBase(rulebook, isDirty);
  const shared = { rulebook: base, issued, onDirty: setDirty, onSaved: setBase };
  return <SettingsForm key={base?.revision ?? 0} {...shared} />;
}

type SettingsFormProps = {
  readonly rulebook: Rulebook | null;
  readonly issued: number;
  readonly onDirty: (isDirty: boolean) => void;
  readonly onSaved: (rulebook: Rulebook) => void;
};

function SettingsForm({ rulebook, issued, onDirty, onSaved }: SettingsFormProps) {
  const { archive } = useSession();
  const { perform } = useArchiveActions();
  const [initial] = useState(() => settingsOf(rulebook));
  const [values, setValues] = useState(initial);
  const busy = useRef(false);
  const isDirty = JSON.stringify(values) !== JSON.stringify(initial);
  useUnsaved(isDirty);
  useEffect(() => onDirty(isDirty), [isDirty, onDirty]);
  const set = (change: Partial<FilingSettings>) => setValues((present) => ({ ...present, ...change }));
  const read = useMemo(() => readFilingSettings(toRulebook(values)), [values]);
  const example = read.ok ? exampleCode(read.value, Number(archive.today().slice(0, 4))) : null;
  const problems = read.ok ? [] : read.error;

  const save = async () => {
    if (busy.current || !read.ok) return;
    const draft = changeRulebook(rulebook, toRulebook(read.value), archive.today());
    if (!draft.ok) return;
    busy.current = true;
    const edited = rulebook && { id: rulebook.id, revision: rulebook.revision };
    const saved = await perform((open) => saveRecord(open, draft.value.draft, edited), {
      done: messages.settings.saved,
      label: messages.settings.label,
      from: 'form',
    });
    busy.current = false;
    if (saved) onSaved(saved.record);
  };
  const { settings } = messages;
  const hints = { fonds: settings.fondsHint, category: settings.categoryHint, department: settings.departmentHint };
  return (
    <div className={styles['scroll']}>
      <div className={styles['settings']} data-testid="filing-settings">
        <p className={styles['example']} aria-live="polite">
          <span className={styles['exampleName']}>{settings.example}</span>
          {example ?? settings.exampleNone}
        </p>
        <Form component={false} layout="vertical">
          <Form.Item label={settings.template} htmlFor="filing-template" {...templateHelp(values, problems)}>
            <Input
              id="filing-template"
              value={values.template}
              onChange={(event) => set({ template: event.target.value })}
            />
          </Form.Item>
          <div className={styles['presets']}>
            {(['hyphens', 'dots'] as const).map((preset) => (
              <Button key={preset} size="small" onClick={() => set({ template: FILE_CODE_PRESETS[preset] })}>
                {settings.presets[preset]}
              </Button>
            ))}
          </div>
          <div className={styles['fields']}>
            {TEXTS.map((field) => (
              <Form.Item
                key={field}
                label={settings[field]}
                htmlFor={`filing-${field}`}
                {...fieldHelp(problems, field, hints[field])}
              >
                <Input
                  id={`filing-${field}`}
                  value={values[field]}
                  onChange={(event) => set({ [field]: event.target.value })}
                />
              </Form.Item>
            ))}
            <Form.Item label={settings.numberWidth} htmlFor="filing-width">
              <Select
                id="filing-width"
                value={values.numberWidth}
                onChange={(numberWidth) => set({ numberWidth })}
                options={WIDTHS}
              />
            </Form.Item>
          </div>
          <Button type="primary" disabled={!read.ok} onClick={() => void save()}>
            {settings.save}
          </Button>
          {issued > 0 && <p className={styles['hint']}>{settings.frozen(issued)}</p>}
        </Form>
      </div>
    </div>
  );
}

/** What stands in the form: also settings that cannot be used, so that they can be put right. */
function settingsOf(rulebook: Rulebook | null): FilingSettings {
  const fallback = DEFAULT_FILING_SETTINGS;
  return {
    template: rulebook?.fileCodeTemplate || fallback.template,
    fonds: rulebook?.fonds ?? fallback.fonds,
    category: rulebook?.category || fallback.category,
    department: rulebook?.department ?? fallback.department,
    numberWidth: rulebook?.numberWidth ?? fallback.numberWidth,
  };
}

function toRulebook({ template, ...others }: FilingSettings) {
  // Blank stands for the default in a rulebook; in the form it is a mistake to be told.
  return { fileCodeTemplate: template === '' ? ' ' : template, ...others };
}

/** An example wants every segment, so what is not settled yet is filled in. */
function exampleCode(settings: FilingSettings, year: number): string | null {
  const code = composeFileCode(settingsTemplate(settings), {
    fonds: settings.fonds || 'Z109',
    category: settings.category,
    year,
    retention: '永久',
    department: settings.department || 'BGS',
    number: 1,
  });
  return code.ok ? code.value : null;
}

type Help = { readonly validateStatus?: 'error'; readonly help: ReactNode };

function templateHelp({ template, numberWidth }: FilingSettings, problems: readonly SettingsProblem[]): Help {
  const parsed = parseFileCodeTemplate(template, numberWidth);
  if (parsed.ok) return fieldHelp(problems, 'template', messages.settings.templateHint);
  const help = parsed.error.map(({ at, text, code }) => (
    <div key={`${at} ${code}`}>{messages.settings.at(at + 1, text, messages.templateProblem(code))}</div>
  ));
  return { validateStatus: 'error', help };
}

function fieldHelp(problems: readonly SettingsProblem[], field: SettingsProblem['field'], hint: string): Help {
  const problem = problems.find((each) => each.field === field);
  return problem ? { validateStatus: 'error', help: messages.settings.problemOf(problem.code) } : { help: hint };
}
