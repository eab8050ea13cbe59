import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Input, Segmented } from 'antd';
import { useMemo, useRef, useState } from 'react';
import { changeRulebook } from '#domain/filing/rulebook-settings';
import type { Rulebook } from '#domain/records/rulebook';
import { cleanText } from '#domain/text/clean-text';
import { TERM_LISTS, type TermList } from '#domain/vocabulary/term-lists';
import { saveRecord } from '#storage/save-record';
import { describeProblem } from '../../archive/problem-messages.ts';
import { useSession } from '../../archive/session-context.tsx';
import { useArchiveActions } from '../../archive/use-archive-actions.tsx';
import { useRecords } from '../../archive/use-records.ts';
import { isComposing } from '../../hooks/is-composing.ts';
import { messages } from './messages.ts';
import styles from './rules.module.css';
import { usedTerms } from './used-terms.ts';

/** A list is for choosing from: what was used a thousand times in as many ways is no vocabulary. */
const MOST_USED_SHOWN = 100;

/** The words that are offered while typing, list by list. */
export function TermsPane({ rulebook }: { readonly rulebook: Rulebook | null }) {
  const [list, setList] = useState<TermList>(TERM_LISTS[0]);
  const terms = rulebook?.terms ?? [];
  const own = terms.filter((row) => row.list === list).map(({ term }) => term);
  const { save, problem } = useTermSaving(rulebook, list);
  const used = useUsed(list, own);
  const countOf = (each: TermList) => terms.filter((row) => row.list === each).length;
  return (
    <div className={styles['scroll']}>
      <Segmented
        aria-label={messages.terms.lists}
        value={list}
        onChange={setList}
        options={TERM_LISTS.map((each) => ({ value: each, label: messages.terms.count(each, countOf(each)) }))}
      />
      <p className={styles['hint']}>{messages.terms.hint}</p>
      {problem && (
        <p className={styles['problem']} role="alert">
          {problem}
        </p>
      )}
      <div className={styles['halves']}>
        <section className={styles['half']} data-testid="own-terms">
          <h2 className={styles['asideTitle']}>{messages.terms.own(list)}</h2>
          <NewTerm key={list} list={list} own={own} onAdd={(term) => save([...own, term])} />
          {own.length === 0 && <p className={styles['hint']}>{messages.terms.empty(list)}</p>}
          <ul className={styles['terms']}>
            {own.map((term) => (
              <li key={term}>
                <span>{term}</span>
                <Button
                  type="text"
                  size="small"
                  icon={<DeleteOutlined aria-hidden />}
                  aria-label={messages.terms.remove(term)}
                  onClick={() => void save(own.filter((each) => each !== term))}
                />
              </li>
            ))}
          </ul>
        </section>
        <section className={styles['half']} data-testid="used-terms">
          <div className={styles['halfHead']}>
            <h2 className={styles['asideTitle']}>{messages.terms.used}</h2>
            {used.length > 0 && (
              <Button size="small" onClick={() => void save([...own, ...used.map(([term]) => term)])}>
                {messages.terms.addAll(used.length)}
              </Button>
            )}
          </div>
          {used.length === 0 && <p className={styles['hint']}>{messages.terms.usedNone}</p>}
          <ul className={styles['terms']}>
            {used.map(([term, count]) => (
              <li key={term}>
                <span>
                  {term} <span className={styles['times']}>{messages.terms.usedCount(count)}</span>
                </span>
                <Button
                  type="text"
                  size="small"
                  icon={<PlusOutlined aria-hidden />}
                  aria-label={messages.terms.addUsed(term)}
                  onClick={() => void save([...own, term])}
                />
              </li>
            ))}
          </ul>
        </section>
      </div>
    </div>
  );
}

/** What records use and the list does not have, most used first. */
function useUsed(list: TermList, own: readonly string[]): readonly (readonly [term: string, count: number])[] {
  const honors = useRecords('honor');
  const activities = useRecords('activity');
  const evaluations = useRecords('evaluation');
  const people = useRecords('person');
  const used = useMemo(
    () => usedTerms([...honors, ...activities, ...evaluations, ...people]),
    [honors, activities, evaluations, people],
  );
  const known = new Set(own);
  return [...(used.get(list) ?? [])].filter(([term]) => !known.has(term)).slice(0, MOST_USED_SHOWN);
}

function useTermSaving(rulebook: Rulebook | null, list: TermList) {
  const { archive } = useSession();
  const { perform } = useArchiveActions();
  const [problem, setProblem] = useState('');
  const busy = useRef(false);
  const save = async (words: readonly string[]): Promise<boolean> => {
    if (busy.current) return false;
    const others = (rulebook?.terms ?? []).filter((row) => row.list !== list);
    const terms = [...others, ...words.map((term) => ({ list, term }))];
    const read = changeRulebook(rulebook, { terms }, archive.today());
    setProblem(read.ok ? '' : read.error.map(describeProblem).join('；'));
    if (!read.ok) return false;
    busy.current = true;
    const edited = rulebook && { id: rulebook.id, revision: rulebook.revision };
    const saved = await perform((open) => saveRecord(open, read.value.draft, edited), {
      done: messages.terms.saved(list),
      label: messages.terms.label(list),
    });
    busy.current = false;
    return saved !== null;
  };
  return { save, problem };
}

type NewTermProps = {
  readonly list: TermList;
  readonly own: readonly string[];
  readonly onAdd: (term: string) => Promise<boolean>;
};

function NewTerm({ list, own, onAdd }: NewTermProps) {
  const [typed, setTyped] = useState('');
  const term = cleanText(typed, 'single').text;
  const isKnown = own.includes(term);
  const add = async () => {
    if (term !== '' && !isKnown && (await onAdd(term))) setTyped('');
  };
  return (
    <div className={styles['newTerm']}>
      <Input
        aria-label={messages.terms.addLabel(list)}
        placeholder={messages.terms.addLabel(list)}
        maxLength={200}
        value={typed}
        status={isKnown ? 'warning' : ''}
        onChange={(event) => setTyped(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !isComposing(event.nativeEvent)) void add();
        }}
      />
      <Button disabled={term === '' || isKnown} onClick={() => void add()}>
        {isKnown ? messages.terms.known : messages.terms.add}
      </Button>
    </div>
  );
}
