import { Fragment, memo, useCallback, useDeferredValue, useLayoutEffect, useRef, type KeyboardEvent } from 'react';
import { formatFuzzyDate } from '#domain/dates/fuzzy-date';
import type { SearchHit } from '#domain/search/search-hit';
import { Highlighted } from '../../components/highlighted.tsx';
import { KIND_NAMES } from '../../components/kind-names.ts';
import { useNavigation } from '../../navigation/navigation.tsx';
import { recordRoute, type Route } from '../../navigation/route.ts';
import { reasonsInWords, snippetFieldName } from './hit-words.ts';
import { messages } from './messages.ts';
import { useSearchState } from './search-state.tsx';
import styles from './search-screen.module.css';

/** More than fit on a screen. */
const FIRST_DRAWN = 16;

/** The hits, reached by arrow keys from the box and opened by Enter or a click; those found loosely or by pinyin stand apart. */
export function HitList({ hits: found }: { readonly hits: readonly SearchHit[] }) {
  const hits = useFirstHitsFirst(found);
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

/**
 * What fits on the screen is there at once, so that the answer to a key is seen before the next one; the hits below it
 * are those of the answer before until there is a moment to draw them.
 */
function useFirstHitsFirst(hits: readonly SearchHit[]): readonly SearchHit[] {
  const drawn = useDeferredValue(hits);
  if (drawn === hits || hits.length <= FIRST_DRAWN) return hits;
  const first = hits.slice(0, FIRST_DRAWN);
  const ids = new Set(first.map(({ id }) => id));
  return [...first, ...drawn.slice(FIRST_DRAWN).filter(({ id }) => !ids.has(id))];
}

export function Hits({ hits }: { readonly hits: readonly SearchHit[] }) {
  const open = useHitOpening(({ kind, id }) => recordRoute(kind, id));
  const findSimilar = useHitOpening(similarRoute);
  return (
    <ul className={styles['hits']}>
      {hits.map((hit) => (
        <li key={hit.id}>
          <Hit hit={hit} onOpen={open} onSimilar={findSimilar} />
        </li>
      ))}
    </ul>
  );
}

/** The same function as long as the list is there: no hit is drawn again because a letter was typed. */
function useHitOpening(routeOf: (hit: SearchHit) => Route): (hit: SearchHit) => void {
  const { go } = useNavigation();
  const { text, remember } = useSearchState();
  const open = (hit: SearchHit) => {
    remember(text);
    go(routeOf(hit));
  };
  const latest = useRef(open);
  useLayoutEffect(() => {
    latest.current = open;
  });
  return useCallback((hit) => latest.current(hit), []);
}

/** Units have no section of those that resemble them. */
function similarRoute({ kind, id }: SearchHit): Route {
  return kind === 'unit' ? recordRoute(kind, id) : { screen: 'record', kind, id, show: 'similar' };
}

type HitProps = {
  readonly hit: SearchHit;
  readonly onOpen: (hit: SearchHit) => void;
  readonly onSimilar: (hit: SearchHit) => void;
};

const Hit = memo(function Hit({ hit, onOpen, onSimilar }: HitProps) {
  return (
    <>
      <HitButton hit={hit} onOpen={onOpen} onSimilar={onSimilar} />
      {hit.kind !== 'unit' && (
        <button
          type="button"
          className={styles['similar']}
          aria-label={messages.similarTo(hit.title)}
          title={messages.similarKey}
          onClick={() => onSimilar(hit)}
        >
          {messages.similar}
        </button>
      )}
    </>
  );
});

function HitButton({ hit, onOpen, onSimilar }: HitProps) {
  const date = hit.date && (formatFuzzyDate(hit.date) || messages.undated);
  return (
    <button
      type="button"
      className={styles['hit']}
      data-search-hit={hit.id}
      title={reasonsInWords(hit) || undefined}
      onClick={() => onOpen(hit)}
      onKeyDown={(event) => {
        if (!isSimilarKey(event)) return moveFocus(event);
        event.preventDefault();
        onSimilar(hit);
      }}
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

function isSimilarKey({ key, ctrlKey, metaKey, shiftKey }: KeyboardEvent): boolean {
  return (ctrlKey || metaKey) && shiftKey && key.toLowerCase() === 'f';
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
