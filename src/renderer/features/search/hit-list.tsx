import { Fragment, type KeyboardEvent } from 'react';
import { formatFuzzyDate } from '#domain/dates/fuzzy-date';
import type { SearchHit } from '#domain/search/search-hit';
import { Highlighted } from '../../components/highlighted.tsx';
import { KIND_NAMES } from '../../components/kind-names.ts';
import { useNavigation } from '../../navigation/navigation.tsx';
import { recordRoute } from '../../navigation/route.ts';
import { reasonsInWords, snippetFieldName } from './hit-words.ts';
import { messages } from './messages.ts';
import { useSearchState } from './search-state.tsx';
import styles from './search-screen.module.css';

/** The hits, reached by arrow keys from the box and opened by Enter or a click; those found loosely or by pinyin stand apart. */
export function HitList({ hits }: { readonly hits: readonly SearchHit[] }) {
  const exact = hits.filter(({ isExact, isPinyin }) => isExact && !isPinyin);
  const loose = hits.filter(({ isExact, isPinyin }) => !isExact && !isPinyin);
  const spelled = hits.filter(({ isPinyin }) => isPinyin);
  return (
    <>
      {exact.length > 0 && <Hits hits={exact} />}
      {loose.length > 0 && (
        <>
          <h2 className={styles['divider']}>{messages.looseHits}</h2>
          <Hits hits={loose} />
        </>
      )}
      {spelled.length > 0 && (
        <>
          <h2 className={styles['divider']}>{messages.pinyinHits}</h2>
          <Hits hits={spelled} />
        </>
      )}
    </>
  );
}

export function Hits({ hits }: { readonly hits: readonly SearchHit[] }) {
  return (
    <ul className={styles['hits']}>
      {hits.map((hit) => (
        <li key={hit.id}>
          <Hit hit={hit} />
        </li>
      ))}
    </ul>
  );
}

function Hit({ hit }: { readonly hit: SearchHit }) {
  const { go } = useNavigation();
  const { text, remember } = useSearchState();
  const date = hit.date && (formatFuzzyDate(hit.date) || messages.undated);
  const open = () => {
    remember(text);
    go(recordRoute(hit.kind, hit.id));
  };
  return (
    <button
      type="button"
      className={styles['hit']}
      data-search-hit={hit.id}
      title={reasonsInWords(hit) || undefined}
      onClick={open}
      onKeyDown={moveFocus}
    >
      <span className={styles['line']}>
        <span className={styles['kind']}>{KIND_NAMES[hit.kind]}</span>
        <span className={styles['title']}>
          <Highlighted text={hit.title} highlights={hit.titleHighlights} />
        </span>
        {!hit.isExact && !hit.isPinyin && <span className={styles['kind']}>{messages.near}</span>}
        {date !== null && <span className={styles['date']}>{date}</span>}
      </span>
      {hit.units.length > 0 && <Bodies hit={hit} />}
      {hit.snippet.text !== '' && hit.snippet.field !== 'body' && (
        <span className={styles['snippet']}>
          <span className={styles['field']}>{messages.fieldOf(snippetFieldName(hit) ?? '')}</span>
          <Highlighted text={hit.snippet.text} highlights={hit.snippet.highlights} />
        </span>
      )}
    </button>
  );
}

/** The bodies on a record as printed; when one of them is why it was found, its match is marked here. */
function Bodies({ hit }: { readonly hit: SearchHit }) {
  const { field, text, highlights } = hit.snippet;
  return (
    <span className={styles['units']}>
      {hit.units.map((unit, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- a name may stand there twice
        <Fragment key={`${index} ${unit}`}>
          {index > 0 && '、'}
          <Highlighted text={unit} highlights={field === 'body' && unit === text ? highlights : []} />
        </Fragment>
      ))}
    </span>
  );
}

function moveFocus(event: KeyboardEvent<HTMLElement>): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step === undefined) return;
  const hits = [...document.querySelectorAll<HTMLElement>('[data-search-hit]')];
  const next = hits.indexOf(event.currentTarget) + step;
  event.preventDefault();
  // Above the first hit is what was typed.
  if (next < 0) document.querySelector<HTMLElement>('[data-search-box]')?.focus();
  else hits[next]?.focus();
}
