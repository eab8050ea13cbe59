import { Button, Empty } from 'antd';
import { FINDABLE_KINDS } from '#domain/records/record-base';
import { withoutPart } from '#domain/search/query/edit-search-text';
import type { ParsedSearch } from '#domain/search/query/parse-search-text';
import type { QueryContext } from '#domain/search/query/query-context';
import { useSession } from '../../archive/session-context.tsx';
import { useNavigation } from '../../navigation/navigation.tsx';
import { messages } from './messages.ts';
import { partLabel } from './part-label.ts';
import { useSearchState } from './search-state.tsx';
import styles from './search-screen.module.css';

const MOST_OFFERS = 4;
const LONGEST_SAID = 40;

/** Where nothing was found: what could be given up, one click each. */
export function NoHits({ parsed, context }: { readonly parsed: ParsedSearch; readonly context: QueryContext }) {
  const { records } = useSession();
  const { text, type, isExactOnly, setExactOnly } = useSearchState();
  if (FINDABLE_KINDS.every((kind) => records.list(kind).length === 0)) return <EmptyArchive />;
  const offers = parsed.parts.flatMap((part) => {
    const label = partLabel(part, context);
    return label === null ? [] : [{ part, label }];
  });
  const shown = text.trim();
  return (
    <Empty
      className={styles['empty'] ?? ''}
      image={Empty.PRESENTED_IMAGE_SIMPLE}
      description={
        <>
          <div className={styles['said']}>
            {messages.noHits(shown.length > LONGEST_SAID ? `${shown.slice(0, LONGEST_SAID)}…` : shown)}
          </div>
          <div>{offers.length > 0 ? messages.noHitsHint : messages.noHitsPlain}</div>
        </>
      }
    >
      <div className={styles['offers']}>
        {offers.slice(0, MOST_OFFERS).map(({ part, label }) => (
          <Button key={`${part.start} ${label}`} onClick={() => type(withoutPart(text, part, context), false)}>
            {messages.dropChip(label.length > LONGEST_SAID ? `${label.slice(0, LONGEST_SAID)}…` : label)}
          </Button>
        ))}
        {isExactOnly && <Button onClick={() => setExactOnly(false)}>{messages.loosen}</Button>}
        <Button type="link" onClick={() => type('', false)}>
          {messages.clearText}
        </Button>
      </div>
    </Empty>
  );
}

function EmptyArchive() {
  const { go } = useNavigation();
  return (
    <Empty
      className={styles['empty'] ?? ''}
      description={
        <>
          <div>{messages.emptyArchive}</div>
          <div>{messages.emptyArchiveHint}</div>
        </>
      }
    >
      <div className={styles['offers']}>
        <Button type="primary" onClick={() => go({ screen: 'new', kind: 'honor' })}>
          {messages.addFirst}
        </Button>
        <Button onClick={() => go({ screen: 'import' })}>{messages.importFirst}</Button>
      </div>
    </Empty>
  );
}
