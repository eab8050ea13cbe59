import { Alert } from 'antd';
import { formatFuzzyDate } from '#domain/dates/fuzzy-date';
import { unitDisplayName } from '#domain/records/unit';
import type { UnitChangePlan } from '#domain/units/plan-unit-change';
import { messages } from './messages.ts';

/** What registering a change will do, before it does. */
export function ChangePreview({ plan: { record, changes, founded } }: { readonly plan: UnitChangePlan }) {
  const date = formatFuzzyDate(record.date);
  const [from, to] = [record.from[0]?.printed ?? '', record.to[0]?.printed ?? ''];
  const ended = changes.flatMap(({ before, after }) =>
    before?.kind === 'unit' && after.kind === 'unit' && after.activeTo !== before.activeTo
      ? [unitDisplayName(before)]
      : [],
  );
  const lines = [
    ...(record.change === '更名' ? [messages.change.willRename(from, to, date)] : []),
    ...(founded.length > 0 ? [messages.change.willFound(founded.map(unitDisplayName))] : []),
    ...(ended.length > 0 ? [messages.change.willEnd(ended, date)] : []),
  ];
  return (
    <Alert
      type="info"
      showIcon
      title={lines.map((line) => (
        <div key={line}>{line}</div>
      ))}
    />
  );
}
