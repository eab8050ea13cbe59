import { EyeOutlined } from '@ant-design/icons';
import { App, Button, Dropdown, type MenuProps } from 'antd';
import { useState } from 'react';
import type { LedgerKind } from '#domain/records/record-base';
import { useArchiveActions } from '../../archive/use-archive-actions.tsx';
import { useSavedViews, useViewSaving, type SavedView } from '../../archive/use-saved-views.ts';
import { NamingDialog } from '../../components/naming-dialog.tsx';
import { messages } from './messages.ts';
import { formatViewState, readViewState, type ViewState } from './view-state.ts';

type SavedViewsProps = {
  readonly kind: LedgerKind;
  /** How the ledger looks now. */
  readonly present: () => ViewState;
  readonly onChoose: (state: ViewState) => void;
};

/** What is being given a name: the present look, or a view that has one already. */
type Naming = { readonly view: SavedView | null; readonly name: string };

/** Ways of looking at a ledger that were given names; kept in the archive, so that they can be undone like all else. */
export function SavedViews({ kind, present, onChoose }: SavedViewsProps) {
  const { message } = App.useApp();
  const screen = `ledger/${kind}`;
  const views = useSavedViews(screen);
  const [chosenId, setChosenId] = useState<string | null>(null);
  const [naming, setNaming] = useState<Naming | null>(null);
  const chosen = views.find(({ id }) => id === chosenId) ?? null;
  const { deleteRecords } = useArchiveActions();
  const save = useViewSaving(screen);

  const choose = (view: SavedView) => {
    const state = readViewState(kind, view.state);
    if (!state) return void message.warning(messages.views.unreadable);
    setChosenId(view.id);
    onChoose(state);
  };
  const finish = async (name: string) => {
    const view = naming?.view ?? null;
    const saved = await save(name, view ? view.state : formatViewState(present()), view);
    if (!saved) return;
    setChosenId(saved.record.id);
    setNaming(null);
  };
  const ownItems: MenuProps['items'] = chosen
    ? [
        { type: 'divider' },
        {
          key: 'update',
          label: messages.views.update(chosen.title),
          onClick: () => void save(chosen.title, formatViewState(present()), chosen),
        },
        {
          key: 'rename',
          label: messages.views.rename(chosen.title),
          onClick: () => setNaming({ view: chosen, name: chosen.title }),
        },
        {
          key: 'remove',
          danger: true,
          label: messages.views.remove(chosen.title),
          onClick: () => void deleteRecords([chosen.id], chosen.title),
        },
      ]
    : [];
  const items: MenuProps['items'] = [
    ...(views.length === 0
      ? [{ key: 'none', disabled: true, label: messages.views.none }]
      : views.map((view) => ({ key: `view-${view.id}`, label: view.title, onClick: () => choose(view) }))),
    { type: 'divider' as const },
    { key: 'save', label: messages.views.save, onClick: () => setNaming({ view: null, name: '' }) },
    ...ownItems,
  ];
  return (
    <>
      <Dropdown trigger={['click']} menu={{ items, selectedKeys: chosen ? [`view-${chosen.id}`] : [] }}>
        <Button icon={<EyeOutlined aria-hidden />}>{chosen?.title ?? messages.views.label}</Button>
      </Dropdown>
      {naming && (
        <NamingDialog
          words={{
            title: naming.view ? messages.views.renameTitle : messages.views.nameTitle,
            label: messages.views.name,
            hint: messages.views.nameHint,
            ok: messages.views.ok,
            cancel: messages.cancel,
          }}
          name={naming.name}
          onName={finish}
          onClose={() => setNaming(null)}
        />
      )}
    </>
  );
}
