import { App, Button, Dropdown, Select, Space } from 'antd';
import { useRef, useState } from 'react';
import type { DocumentKind, DocumentOrder } from '#domain/documents/compose-document';
import { orderOfTemplate, templateOf } from '#domain/documents/document-template';
import { saveFile } from '../../archive/save-file.ts';
import { fileMessages } from '../../archive/file-messages.ts';
import { useSession } from '../../archive/session-context.tsx';
import { useArchiveActions } from '../../archive/use-archive-actions.tsx';
import { useSavedViews, useViewSaving, type SavedView } from '../../archive/use-saved-views.ts';
import { NamingDialog } from '../../components/naming-dialog.tsx';
import styles from './documents.module.css';
import { messages } from './messages.ts';
import { useTemplateChoice } from './template-choice.ts';

const words = messages.template;

const ACTIONS = ['update', 'rename', 'remove', 'takeOut', 'takeIn'] as const;
type Action = (typeof ACTIONS)[number];

type TemplateBarProps = {
  readonly kind: DocumentKind;
  readonly isDisabled: boolean;
  /** What is chosen now; null when it cannot be used. */
  readonly order: () => DocumentOrder | null;
};

/** Choices that were given a name: to be chosen again, renamed, deleted, and taken to another archive as a file. */
export function TemplateBar({ kind, isDisabled, order }: TemplateBarProps) {
  const { archive } = useSession();
  const { message } = App.useApp();
  const { deleteRecords } = useArchiveActions();
  const { templateId, apply } = useTemplateChoice();
  const takeOut = useTakingOut();
  const screen = `documents/${kind}`;
  const templates = useSavedViews(screen);
  const save = useViewSaving(screen);
  const [naming, setNaming] = useState<{ readonly view: SavedView | null; readonly state: string } | null>(null);
  const file = useRef<HTMLInputElement>(null);
  const chosen = templates.find(({ id }) => id === templateId) ?? null;

  const choose = (view: SavedView | null, state: string) => {
    const used = orderOfTemplate(state, archive.today());
    if (used?.kind !== kind) return void message.error(words.unreadable);
    apply(used, view?.id ?? null);
  };
  const name = () => {
    const current = order();
    if (current) setNaming({ view: null, state: templateOf(current) });
    else void message.error(messages.badOptions);
  };
  const keep = async (title: string) => {
    if (!naming) return;
    const saved = await save(title, naming.state, naming.view);
    setNaming(null);
    if (saved && naming.view === null) choose(saved.record, saved.record.state);
  };
  const takeIn = async (taken: File | undefined) => {
    if (!taken) return;
    const state = await taken.text();
    if (orderOfTemplate(state, archive.today())?.kind !== kind) return void message.error(words.unreadable);
    setNaming({ view: null, state });
  };
  const run = (action: Action) => {
    if (action === 'takeIn') return file.current?.click();
    if (!chosen) return undefined;
    switch (action) {
      case 'update':
        return void updateOf(chosen, order(), save);
      case 'rename':
        return setNaming({ view: chosen, state: chosen.state });
      case 'remove':
        return void deleteRecords([chosen.id], chosen.title);
      case 'takeOut':
        return void takeOut(chosen);
    }
  };
  return (
    <Space className={styles['templates'] ?? ''}>
      <Select
        className={styles['template'] ?? ''}
        aria-label={words.choose}
        placeholder={templates.length === 0 ? words.none : words.choose}
        disabled={isDisabled}
        allowClear
        value={chosen?.id ?? null}
        options={templates.map(({ id, title }) => ({ value: id, label: title }))}
        onChange={(id: string | undefined) => {
          const view = templates.find((each) => each.id === id);
          if (view) choose(view, view.state);
          else apply(null, null);
        }}
      />
      <Button disabled={isDisabled} onClick={name}>
        {words.save}
      </Button>
      <Dropdown
        disabled={isDisabled}
        trigger={['click']}
        menu={{
          items: ACTIONS.map((key) => ({ key, label: words[key], disabled: key !== 'takeIn' && chosen === null })),
          onClick: ({ key }) => run(key as Action),
        }}
      >
        <Button>{words.more}</Button>
      </Dropdown>
      <input
        ref={file}
        type="file"
        accept=".json"
        hidden
        aria-label={words.takeIn}
        onChange={({ target }) => {
          void takeIn(target.files?.[0]);
          target.value = '';
        }}
      />
      {naming && (
        <NamingDialog
          words={words.naming}
          name={naming.view?.title ?? ''}
          onName={keep}
          onClose={() => setNaming(null)}
        />
      )}
    </Space>
  );
}

/** Writes a template to where the person says, for another archive or a command. */
function useTakingOut() {
  const { message } = App.useApp();
  return async (view: SavedView) => {
    const bytes = new TextEncoder().encode(view.state);
    const saved = await saveFile({ suggestedName: `${view.title}.json`, type: 'json' }, bytes);
    if (saved.ok) void message.success(words.saved(saved.path));
    else if (saved.code !== 'cancelled') void message.error(fileMessages.saveFailed[saved.code]);
  };
}

async function updateOf(view: SavedView, order: DocumentOrder | null, save: ReturnType<typeof useViewSaving>) {
  if (order) await save(view.title, templateOf(order), view);
}
