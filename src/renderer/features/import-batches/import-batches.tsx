import { Empty } from 'antd';
import { useRecords } from '../../archive/use-records.ts';
import { messages } from './messages.ts';

/** Every file that records were imported from, newest first. */
export function ImportBatches() {
  const batches = useRecords('importBatch');
  return (
    <section aria-label={messages.title}>
      <h2>{messages.title}</h2>
      {batches.length === 0 && (
        <Empty
          description={
            <>
              <div>{messages.empty}</div>
              <div>{messages.emptyHint}</div>
            </>
          }
        />
      )}
      <ul>
        {batches.map(({ id, title }) => (
          <li key={id}>{title}</li>
        ))}
      </ul>
    </section>
  );
}
