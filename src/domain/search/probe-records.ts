import type { FuzzyDate } from '../dates/fuzzy-date.ts';
import type { ArchiveRecord } from '../records/archive-record.ts';
import type { AnyField } from '../records/field.ts';
import { FINDABLE_KINDS, type RecordKind } from '../records/record-base.ts';
import { fieldsOf } from '../records/record-fields.ts';
import { LEVELS } from '../vocabulary/levels.ts';

const PROBED_KINDS: readonly RecordKind[] = [...FINDABLE_KINDS, 'attachment', 'photoGroup', 'link'];

/** One of each precision. */
const SAMPLE_DATES: readonly FuzzyDate[] = [
  { raw: '2023.6.1', start: '2023-06-01', end: '2023-06-01', precision: 'day' },
  { raw: '２０２３年6月', start: '2023-06-01', end: '2023-06-30', precision: 'month' },
  { raw: '2023年上半年', start: '2023-01-01', end: '2023-06-30', precision: 'half-year' },
  { raw: '二〇二三年', start: '2023-01-01', end: '2023-12-31', precision: 'year' },
  { raw: '2022—2023年度', start: '2022-01-01', end: '2023-12-31', precision: 'range' },
  { raw: '2022年9月—2023年8月', start: '2022-09-01', end: '2023-08-31', precision: 'range' },
  { raw: '年份不详', start: null, end: null, precision: 'unknown' },
];

/** Made-up records of each kind that a search has to do with, with a value in every field that the kind has. */
export function probeRecords(): readonly ArchiveRecord[] {
  return PROBED_KINDS.flatMap((kind) => SAMPLE_DATES.map((_, sample) => probeRecord(kind, sample)));
}

/** @param sample which of the dates and choices it has */
function probeRecord(kind: RecordKind, sample: number): ArchiveRecord {
  const fields = fieldsOf(kind).map(([name, field]) => [name, probeValue(field, name, sample)] as const);
  const record = {
    kind,
    id: `probe-${kind}-${sample}`,
    revision: 1,
    createdAt: '2026-01-01T00:00:00.000Z',
    createdBy: '示例',
    updatedAt: '2026-01-01T00:00:00.000Z',
    updatedBy: '示例',
    deletedAt: null,
    deleteReason: null,
    origin: null,
    ...Object.fromEntries(fields),
  };
  return record as unknown as ArchiveRecord;
}

function probeValue(field: AnyField, name: string, sample: number): unknown {
  const body = { printed: `示例 ${name}`, unitId: 'probe-unit-0' };
  const text = `示例 ${name}（Ａ零機關）${sample}`;
  switch (field.type) {
    case 'title':
      return text;
    case 'text':
    case 'prose':
      // Once is enough: the others are about dates and choices.
      return sample === 0 ? text : '';
    case 'choice':
      return field.choices?.[sample % field.choices.length];
    case 'choices':
      return field.choices;
    case 'level':
      return LEVELS[sample] ?? null;
    case 'date':
      return SAMPLE_DATES[sample];
    case 'count':
      return sample;
    case 'flag':
      return sample % 2 === 0;
    case 'names':
      return [text, `${text}又名`];
    case 'bodies':
      return Array.isArray(field.empty) ? [body] : body;
    case 'recipients':
      return [{ printed: text, unitId: 'probe-unit-1', unitPrinted: `${text}所在`, personId: null, role: `${text}职` }];
    case 'reference':
      return { printed: text, id: 'probe-honor-0' };
    case 'rows':
      return [0, 1].map((row) => {
        const values = Object.entries(field.fields ?? {}).map(([key, inner]) => [key, probeValue(inner, key, row)]);
        return Object.fromEntries(values) as Record<string, unknown>;
      });
  }
}
