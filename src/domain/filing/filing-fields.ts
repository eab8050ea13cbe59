import * as v from 'valibot';
import { isPlausibleYear } from '../dates/date-point.ts';
import { refuse, succeed, type Result } from '../result.ts';
import { filingSchema, type Filing } from './filing.ts';
import { recogniseRetention } from './retention.ts';
import { readSecrecy, type SecrecyProblem } from './secrecy.ts';

/** A filing as a form or a record of plain fields holds it; an empty text stands for what is not there. */
export type FilingFields = {
  readonly code: string;
  readonly fonds: string;
  readonly category: string;
  readonly year: number | null;
  readonly retention: string;
  readonly department: string;
  readonly number: number | null;
  readonly issuedAt: string;
  readonly box: string;
  readonly pages: number | null;
  readonly secrecy: string;
  readonly isTitleMadeUp: boolean;
};

/** `bad-filing`: a code without its number or time of issue, these without a code, or a value out of bounds. */
export type FilingFieldProblem = {
  readonly code: SecrecyProblem['code'] | 'not-a-choice' | 'bad-year' | 'bad-filing';
  readonly field: keyof FilingFields | '';
};

/** Reads plain fields as a filing, with the words of its vocabularies. All problems are told at once. */
export function readFilingFields(fields: FilingFields): Result<Filing, readonly FilingFieldProblem[]> {
  const problems: FilingFieldProblem[] = [];
  const retention = recogniseRetention(fields.retention);
  if (retention === null && fields.retention !== '') problems.push({ code: 'not-a-choice', field: 'retention' });
  const secrecy = readSecrecy(fields.secrecy);
  if (!secrecy.ok) problems.push({ code: secrecy.error.code, field: 'secrecy' });
  if (fields.year !== null && !isPlausibleYear(fields.year)) problems.push({ code: 'bad-year', field: 'year' });
  if (problems.length > 0) return refuse(problems);

  const { fonds, category, year, department, number } = fields;
  const read = v.safeParse(filingSchema, {
    code: fields.code || null,
    segments: { fonds, category, year, retention, department, number },
    issuedAt: fields.issuedAt || null,
    box: fields.box,
    pages: fields.pages,
    retention,
    secrecy: secrecy.ok ? secrecy.value : null,
    titleMadeUp: fields.isTitleMadeUp,
  });
  return read.success ? succeed(read.output) : refuse([{ code: 'bad-filing', field: badField(read.issues[0]) }]);
}

function badField(issue: v.BaseIssue<unknown>): FilingFieldProblem['field'] {
  const path = v.getDotPath(issue) ?? '';
  switch (path) {
    case 'code':
    case 'issuedAt':
    case 'box':
    case 'pages':
      return path;
    case 'segments.number':
      return 'number';
    default:
      return '';
  }
}
