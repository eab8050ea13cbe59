import { Progress, Result } from 'antd';
import { messages } from './messages.ts';
import { Themed } from './themed.tsx';

type OpeningCheckProps = { readonly done: number; readonly total: number };

/** Shown while the working copy is compared in full, after a session that did not end in order. */
export function OpeningCheck({ done, total }: OpeningCheckProps) {
  return (
    <Themed theme="system">
      <Result
        status="info"
        title={messages.checking.title}
        subTitle={messages.checking.why}
        extra={<Progress percent={total === 0 ? 0 : Math.floor((100 * done) / total)} />}
      >
        <output>{messages.checking.progress(done, total)}</output>
      </Result>
    </Themed>
  );
}
