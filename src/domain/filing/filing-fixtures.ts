import { parseFuzzyDate } from '../dates/parse-fuzzy-date.ts';
import type { FuzzyDate } from '../dates/fuzzy-date.ts';
import type { RecordId } from '../records/record-base.ts';
import { composeFileCode } from './file-code.ts';
import type { FileCodeSegments } from './file-code-segments.ts';
import { parseFileCodeTemplate, type FileCodeTemplate } from './file-code-template.ts';
import type { IssuedCode } from './issue-code.ts';

/** Values for tests. */
export function templateOf(text: string): FileCodeTemplate {
  const parsed = parseFileCodeTemplate(text);
  if (!parsed.ok) throw new Error(`not a template: ${text}`);
  return parsed.value;
}

export const HYPHENS = templateOf('{全宗号}-{门类}·{年度}-{保管期限}-{机构}-{件号:4}');
export const DOTS = templateOf('{全宗号}-{门类}·{年度}·{保管期限}·{机构}-{件号:4}');

export function recordId(id: string): RecordId {
  return id as RecordId;
}

export function dated(text: string): FuzzyDate {
  const parsed = parseFuzzyDate(text, { today: '2026-01-01' });
  if (!parsed.ok) throw new Error(`not a date: ${text}`);
  return parsed.value.date;
}

export function segmentsOf(change: Partial<FileCodeSegments> = {}): FileCodeSegments {
  return { fonds: 'Z109', category: 'WS', year: 2011, retention: '永久', department: 'BGS', number: null, ...change };
}

/** An issued code of the series of `segmentsOf`, with an id like its number: i0001. */
export function issuedCode(number: number, change: Partial<IssuedCode> = {}): IssuedCode {
  const segments = change.segments ?? segmentsOf({ number });
  const code = composeFileCode(HYPHENS, segments);
  return {
    id: recordId(`i${String(number).padStart(4, '0')}`),
    code: code.ok ? code.value : 'no code',
    segments,
    date: dated('2011年'),
    withdrawn: false,
    ...change,
  };
}
