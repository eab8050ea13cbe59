import { Tag } from 'antd';
import { Fragment, type KeyboardEvent } from 'react';
import { formatFuzzyDate } from '#domain/dates/fuzzy-date';
import type { SearchHit } from '#domain/search/search-hit';
import { Highlighted } from '../../components/highlighted.tsx';
import { KIND_NAMES } from '../../components/kind-names.ts';
import { useNavigation } from '../../navigation/navigation.tsx';
import { recordRoute } from '../../navigation/route.ts';
import { messages } from './messages.ts';
import styles from './search-screen.module.css';

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

/** The hits, reached by arrow keys from the box and opened by Enter or a click. */
export function HitList({ hits }: { readonly hits: readonly SearchHit[] }) {
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
  const date = hit.date && (formatFuzzyDate(hit.date) || messages.undated);
  return (
    <button
      type="button"
      className={styles['hit']}
      data-search-hit={hit.id}
      onClick={() => go(recordRoute(hit.kind, hit.id))}
      onKeyDown={moveFocus}
    >
      <span className={styles['line']}>
        <Tag className={styles['kind'] ?? ''}>{KIND_NAMES[hit.kind]}</Tag>
        <span className={styles['title']}>
          <Highlighted text={hit.title} highlights={hit.titleHighlights} />
        </span>
        {date !== null && <span className={styles['date']}>{date}</span>}
      </span>
      {hit.units.length > 0 && <Bodies hit={hit} />}
      {hit.snippet.text !== '' && hit.snippet.field !== 'body' && (
        <span className={styles['snippet']}>
          <Highlighted text={hit.snippet.text} highlights={hit.snippet.highlights} />
        </span>
      )}
    </button>
  );
}

function moveFocus(event: KeyboardEvent<HTMLElement>): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step === undefined) return;
  const hits = [...document.querySelectorAll<HTMLElement>('[data-search-hit]')];
  event.preventDefault();
  hits[hits.indexOf(event.currentTarget) + step]?.focus();
}
