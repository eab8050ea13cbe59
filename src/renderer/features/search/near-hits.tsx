import { Alert, Button, Space } from 'antd';
import type { NearMatches } from '#domain/search/near-matches';
import { Hits } from './hit-list.tsx';
import { messages } from './messages.ts';
import { useSearchState } from './search-state.tsx';
import styles from './search-screen.module.css';

/** More words to choose from would be a list to read. */
const MOST_CORRECTIONS = 6;

/** What is found when something was mistyped; said to be that, and never among what was asked for. */
export function NearHits({ near: { corrections, hits, total } }: { readonly near: NearMatches }) {
  const { text, type } = useSearchState();
  return (
    <>
      <Alert
        className={styles['near'] ?? ''}
        type="info"
        showIcon
        title={messages.nearTitle}
        description={
          <Space wrap size={4}>
            {messages.nearMeant}
            {corrections.slice(0, MOST_CORRECTIONS).map(({ typed, found }) => (
              <Button key={`${typed} ${found}`} size="small" onClick={() => type(text.replaceAll(typed, found), false)}>
                {found}
              </Button>
            ))}
          </Space>
        }
      />
      <h2 className={styles['divider']}>{messages.nearHits(total)}</h2>
      <Hits hits={hits} />
    </>
  );
}
