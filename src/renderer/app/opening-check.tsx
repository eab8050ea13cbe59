import { Progress } from 'antd';
import { messages } from './messages.ts';
import { OpeningPage } from './opening-page.tsx';

type OpeningCheckProps = { readonly done: number; readonly total: number };

/** Shown while the working copy is compared in full, after a session that did not end in order. */
export function OpeningCheck({ done, total }: OpeningCheckProps) {
  const { title, why, progress } = messages.checking;
  const percent = total === 0 ? 0 : Math.floor((100 * done) / total);
  return (
    <OpeningPage status="info" title={title} what={why} extra={<Progress percent={percent} aria-label={title} />}>
      <output>{progress(done, total)}</output>
    </OpeningPage>
  );
}
