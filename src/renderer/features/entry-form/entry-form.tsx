import { Alert, App, Button, Form, Space } from 'antd';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { LedgerRecord } from '#domain/records/archive-record';
import { RULEBOOK_ID } from '#domain/records/authorities';
import type { LedgerKind } from '#domain/records/record-base';
import type { UnitDirectory } from '#domain/units/unit-directory';
import { dropDraft, keepDraft, useDrafts, type FormDraft } from '../../archive/drafts.ts';
import type { LiveRecords } from '../../archive/live-records.ts';
import { describeProblem } from '../../archive/problem-messages.ts';
import { useSession } from '../../archive/session-context.tsx';
import { useAuthorities } from '../../archive/use-authorities.ts';
import { Card } from '../../components/card.tsx';
import { ADD_NAMES } from '../../components/kind-names.ts';
import { Page } from '../../components/page.tsx';
import { usePinyinMatcher } from '../../hooks/use-pinyin-matcher.ts';
import { useNavigation, useUnsaved } from '../../navigation/navigation.tsx';
import { CarriedNotice } from './carried-notice.tsx';
import { ConflictDialog } from './conflict-dialog.tsx';
import { deriveFormLevel, needsLevelReason } from './derived-level.ts';
import { DraftOffer } from './draft-offer.tsx';
import { EntryFields } from './entry-fields.tsx';
import { FORM_LAYOUTS } from './form-layout.ts';
import { focusField, type FormHandle } from './form-handle.ts';
import { dateOfForm, emptyForm, formOf, formOfDraft, type FormValues } from './form-values.ts';
import { KeptFieldsMenu } from './kept-fields-menu.tsx';
import { messages } from './messages.ts';
import { RecordPeek } from './record-peek.tsx';
import { useFormDraft } from './use-form-draft.ts';
import { useFormSaving } from './use-form-saving.ts';
import { useFormState } from './use-form-state.ts';
import { useFormKeys } from './use-form-keys.ts';
import styles from './entry-form.module.css';

const ID_PREFIX = 'field';

/** How a series of records is entered; null when an existing one is edited. */
export type Series = {
  /** What was taken over from the record before. */
  readonly carried: FormValues;
  readonly kept: readonly string[];
  readonly onKeep: (kept: readonly string[]) => void;
  /** Starts the form of the next record after this one was saved. */
  readonly onNext: (saved: FormValues) => void;
};

type EntryFormProps = {
  readonly kind: LedgerKind;
  readonly entry: LedgerRecord | null;
  readonly series: Series | null;
};

export function EntryForm({ kind, entry, series }: EntryFormProps) {
  const { replace, back } = useNavigation();
  const { form, state, saving, drafts, offered, continueDraft, discardDraft } = useEntryForm(kind, entry, series);
  const [peeked, setPeeked] = useState<string | null>(null);
  const [isMenuOpen, setMenuOpen] = useState(false);
  const show = (saved: LedgerRecord | null) => {
    if (!saved) return;
    // An edit returns to where it came from; a new record takes the place of its form.
    if (entry) back();
    else replace({ screen: 'record', kind, id: saved.id });
  };
  const saveAndShow = async () => show(await saving.save());
  const saveAndAddNext = async () => {
    if (series && (await saving.save())) series.onNext(state.latest.current.values);
  };
  useFormKeys({
    onSave: () => void saveAndShow(),
    onSaveAndAdd: () => void (series ? saveAndAddNext() : saveAndShow()),
    onLeave: back,
    isBesideOpen: peeked !== null || isMenuOpen,
    onCloseBeside: () => {
      setPeeked(null);
      setMenuOpen(false);
    },
  });

  return (
    <Page
      title={entry ? messages.editTitle[kind] : ADD_NAMES[kind]}
      hint={state.isDirty ? (drafts.isFailing ? messages.draft.failing : messages.unsaved) : undefined}
      actions={
        <Space>
          <Button onClick={back}>{messages.cancel}</Button>
          {series && (
            <Space.Compact>
              <Button onClick={() => void saveAndAddNext()} title="Ctrl+Enter">
                {messages.saveAndAdd}
              </Button>
              <KeptFieldsMenu
                kind={kind}
                kept={series.kept}
                onChange={series.onKeep}
                isOpen={isMenuOpen}
                onOpen={setMenuOpen}
              />
            </Space.Compact>
          )}
          <Button
            type="primary"
            loading={saving.isSaving && SHOWN_LATE}
            onClick={() => void saveAndShow()}
            title={messages.saveKeys}
          >
            {messages.save}
          </Button>
        </Space>
      }
    >
      {form.problems.length > 0 && (
        <Alert
          className={styles['notice'] ?? ''}
          type="error"
          showIcon
          title={messages.notSavedTitle(form.problems.length)}
          description={form.problems.map(describeProblem).join('；')}
        />
      )}
      <DraftOffer
        drafts={offered}
        revision={entry?.revision ?? null}
        onContinue={continueDraft}
        onDiscard={discardDraft}
      />
      <CarriedNotice
        form={form}
        onClear={(without) => {
          state.load({ values: emptyForm(kind), revision: null }, without);
          // The button goes, and the cursor with it.
          focusField(form, 'title');
        }}
      />
      {/* Not an HTML form: pressing Enter must never submit half of one. */}
      <Form component={false} layout="vertical">
        {/* One attribute for all fields: a save is over before they could be drawn as disabled. */}
        <fieldset className={styles['busy'] ?? ''} disabled={saving.isSaving} inert={saving.isSaving}>
          <Card holds="form" testId="entry-form">
            <EntryFields form={form} editedId={entry?.id ?? null} onPeek={setPeeked} />
          </Card>
        </fieldset>
      </Form>
      <p className={styles['secrecy']}>{messages.secrecy}</p>
      <RecordPeek id={peeked} onClose={() => setPeeked(null)} />
      {saving.conflict && (
        <ConflictDialog
          {...saving.conflict}
          today={form.today}
          onClose={saving.closeConflict}
          onResolve={(taken) => void saving.resolve(taken).then(show)}
        />
      )}
    </Page>
  );
}

/** All that a form is made of besides its looks. */
function useEntryForm(kind: LedgerKind, entry: LedgerRecord | null, series: Series | null) {
  const { archive, records } = useSession();
  const { setUnsaved } = useNavigation();
  const { message } = App.useApp();
  const authorities = useAuthorities();
  const matcher = usePinyinMatcher();
  const state = useFormState(() => ({
    values: entry ? formOf(entry, authorities) : { ...emptyForm(kind), ...series?.carried },
    revision: entry?.revision ?? null,
  }));
  const { base, values, problems, set, setUnconfirmed } = state;
  const content = { kind, id: entry?.id ?? null, revision: base.revision, values, base: base.values };
  const drafts = useFormDraft(content, state.isChanged, archive.now);
  useUnsaved(state.isDirty, drafts.finish);
  const saving = useFormSaving({
    kind,
    entry,
    state,
    idPrefix: ID_PREFIX,
    onSaved: () => {
      drafts.finish();
      setUnsaved(false);
      if (lacksLevelReason(state.latest.current.values, authorities.units, records))
        void message.warning(messages.level.noReason);
    },
  });
  const today = archive.today();
  const onDate = useMemo(() => dateOfForm(values, today), [values, today]);
  const carried = useMemo(() => carriedFields(series?.carried ?? {}, values), [series?.carried, values]);
  const first = useRef(FORM_LAYOUTS[kind].main.find((name) => !carried.has(name)) ?? 'title');
  useEffect(() => focusField({ idPrefix: ID_PREFIX }, first.current), []);

  const offered = useDrafts().filter(
    (draft) => draft.kind === kind && draft.id === content.id && draft.key !== drafts.key && !draft.inOtherWindow,
  );
  const continueDraft = async (draft: FormDraft) => {
    await drafts.takeOver(draft.key);
    const restored = entry
      ? { values: formOfDraft(kind, draft.base), revision: draft.revision }
      : { values: emptyForm(kind), revision: null };
    state.load(restored, formOfDraft(kind, draft.values));
  };
  const discardDraft = (draft: FormDraft) => {
    void dropDraft(draft.key);
    const { key, inOtherWindow: _, ...kept } = draft;
    const undo = () => {
      message.destroy(key);
      void keepDraft(key, kept);
    };
    const offer = (
      <span>
        {messages.draft.discarded}
        <Button type="link" size="small" onClick={undo}>
          {messages.draft.undo}
        </Button>
      </span>
    );
    void message.info({ key, content: offer, duration: UNDO_OFFER_SECONDS });
  };
  const initial = base.values;
  const { units } = authorities;
  const form = useMemo<FormHandle>(
    () => ({
      kind,
      values,
      initial,
      set,
      setUnconfirmed,
      problems,
      units,
      matcher,
      today,
      onDate,
      carried,
      idPrefix: ID_PREFIX,
    }),
    [kind, values, initial, set, setUnconfirmed, problems, units, matcher, today, onDate, carried],
  );
  return {
    form,
    state,
    saving,
    drafts,
    offered,
    continueDraft: (draft: FormDraft) => void continueDraft(draft),
    discardDraft,
  };
}

/** Whether another level was saved than the one that follows, without a word why. */
function lacksLevelReason(values: FormValues, units: UnitDirectory, records: LiveRecords): boolean {
  if (values['kind'] !== 'honor' || values['levelReason'] !== '') return false;
  const rulebook = records.get(RULEBOOK_ID);
  const known = {
    units,
    programmes: records.list('programme'),
    rulebook: rulebook?.kind === 'rulebook' ? rulebook : null,
  };
  return needsLevelReason(values, deriveFormLevel(values, known));
}

const UNDO_OFFER_SECONDS = 6;
/** A save that is over at once needs no sign of it. */
const SHOWN_LATE = { delay: 200 };

/** The fields that still hold what was taken over. */
function carriedFields(carried: FormValues, values: FormValues): ReadonlySet<string> {
  const names = Object.keys(carried);
  return new Set(names.filter((name) => JSON.stringify(carried[name]) === JSON.stringify(values[name])));
}
