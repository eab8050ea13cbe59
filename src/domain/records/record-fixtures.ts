import * as v from 'valibot';
import { parseFuzzyDate } from '../dates/parse-fuzzy-date.ts';
import { UNKNOWN_DATE, type FuzzyDate } from '../dates/fuzzy-date.ts';
import { createUnitDirectory } from '../units/unit-directory.ts';
import type { Activity } from './activity.ts';
import type { RecordOf } from './archive-record.ts';
import { createAuthorities } from './authorities.ts';
import { buildRecord, firstRevision, foundUnit, type BuiltRecord, type Stamp } from './build-record.ts';
import type { DraftNotice, DraftProblem } from './draft-problem.ts';
import { readRecordDraft, type DraftOfKind } from './record-draft.ts';
import type { Honor } from './honor.ts';
import type { Plan } from './plan.ts';
import { RECORD_FIELDS } from './record-fields.ts';
import { recordIdSchema, unitIdSchema, type RecordKind } from './record-base.ts';
import type { Recipient } from './reference-fields.ts';
import type { Unit, UnitName } from './unit.ts';

export const TODAY = '2026-11-24';
export const FIRST: Stamp = { at: '2026-11-01T08:00:00.000Z', by: '示例甲某' };
export const LATER: Stamp = { at: '2026-11-24T09:30:00.000Z', by: '示例乙某' };

const recordId = (id: string) => v.parse(recordIdSchema, id);
const unitId = (id: string) => v.parse(unitIdSchema, id);

export function date(typed: string): FuzzyDate {
  const parsed = parseFuzzyDate(typed, { today: TODAY });
  if (!parsed.ok) throw new Error(`${typed}: ${parsed.error.code}`);
  return parsed.value.date;
}

/** Ids in a row: new-1, new-2, … */
export function countingIds(): () => string {
  let last = 0;
  return () => `new-${(last += 1)}`;
}

type NameOfKind = Pick<UnitName, 'name' | 'kind'> & Partial<UnitName>;

export function unit(id: string, names: readonly NameOfKind[] | string, content: Partial<Unit> = {}): Unit {
  const listed: readonly NameOfKind[] = typeof names === 'string' ? [{ name: names, kind: 'full' }] : names;
  return {
    ...foundUnit('', unitId(id), FIRST),
    names: listed.map((name) => ({ from: UNKNOWN_DATE, to: UNKNOWN_DATE, ...name })),
    ...content,
  };
}

/** A recipient of a collective honour, or a person without a unit. */
export function recipient(printed: string, id: string | null = null): Recipient {
  return { printed, unitId: id === null ? null : unitId(id), unitPrinted: '', personId: null, role: '' };
}

export function honor(content: Partial<Honor> = {}): Honor {
  return {
    kind: 'honor',
    id: recordId('honor-1'),
    ...firstRevision(FIRST),
    title: '全国先进基层党组织',
    level: '国家级',
    awardedBy: [{ printed: '中共中央组织部', unitId: unitId('unit-zzb') }],
    recipients: [recipient('市人社局', 'unit-rsj')],
    collective: true,
    documentNo: '中组发〔2021〕5号',
    documentTitle: '',
    date: date('2021年6月28日'),
    dateMeaning: '不详',
    levelReason: '',
    programme: null,
    round: '',
    certificateNo: '',
    carriers: [],
    location: '',
    verification: '待核实',
    statusEvents: [],
    organTypes: [],
    works: ['政治建设', '中心任务'],
    note: '第一行\n第二行',
    source: '荣誉台账',
    ...content,
  };
}

export function plan(content: Partial<Plan> = {}): Plan {
  return {
    kind: 'plan',
    id: recordId('plan-1'),
    ...firstRevision(FIRST),
    title: '模范机关建设推进办法',
    planKind: '办法',
    documentNo: '菏直发〔2020〕1号',
    issuers: [{ printed: '市委市直机关工委', unitId: unitId('unit-gw') }],
    issued: date('2020.3'),
    effective: date('2020年上半年'),
    expires: UNKNOWN_DATE,
    status: '现行',
    supersedes: null,
    works: [],
    organTypes: [],
    fullText: '',
    note: '',
    source: '',
    ...content,
  };
}

export function activity(content: Partial<Activity> = {}): Activity {
  return {
    kind: 'activity',
    id: recordId('activity-1'),
    ...firstRevision(FIRST),
    title: '模范机关故事汇',
    activityKind: '主题活动',
    series: '模范机关故事汇',
    episode: '第三期',
    date: date('2023年5月至7月'),
    place: '菏泽会盟台',
    hosts: [{ printed: '市委市直机关工委', unitId: unitId('unit-gw') }],
    coHosts: [],
    participants: [{ printed: '市人社局', unitId: unitId('unit-rsj') }],
    headcount: 120,
    summary: '二十名选手\n讲述故事',
    results: [],
    works: [],
    organTypes: [],
    note: '',
    source: '',
    ...content,
  };
}

/** The units that the entries above name. */
export const UNITS: readonly Unit[] = [
  unit('unit-zzb', '中共中央组织部'),
  unit('unit-rsj', [
    { name: '菏泽市人力资源和社会保障局', kind: 'full' },
    { name: '市人社局', kind: 'short' },
  ]),
  unit('unit-gw', [
    { name: '中共菏泽市委市直机关工作委员会', kind: 'full' },
    { name: '市委市直机关工委', kind: 'short' },
  ]),
];

const blanks = new Map<RecordKind, unknown>();

/** A record of which nothing is known but its title. */
export function blank<K extends RecordKind>(kind: K, id: string, content: Partial<RecordOf<K>> = {}): RecordOf<K> {
  const record = (blanks.get(kind) as RecordOf<K> | undefined) ?? buildFrom(kind, leastInput(kind)).record;
  blanks.set(kind, record);
  return { ...record, id: id as RecordOf<K>['id'], ...content };
}

/** What a record of a kind cannot do without. */
function leastInput(kind: RecordKind): unknown {
  if (kind === 'unit') return { names: [{ name: '示例单位' }] };
  return 'title' in RECORD_FIELDS[kind] ? { title: '示例' } : {};
}

/** Reads a draft that must be good. */
export function readGood<K extends RecordKind>(
  kind: K,
  input: unknown,
): { draft: DraftOfKind<K>; notices: readonly DraftNotice[] } {
  const read = readRecordDraft(kind, input, TODAY);
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  return read.value;
}

/** The problems of a draft that must be refused. */
export function problemsOf(kind: RecordKind, input: unknown): readonly DraftProblem[] {
  const read = readRecordDraft(kind, input, TODAY);
  if (read.ok) throw new Error(`Not refused: ${JSON.stringify(input)?.slice(0, 200)}`);
  return read.error;
}

export function buildFrom<K extends RecordKind>(
  kind: K,
  input: unknown,
  { before = null, units = UNITS }: { readonly before?: RecordOf<K> | null; readonly units?: readonly Unit[] } = {},
): BuiltRecord<K> {
  const authorities = createAuthorities({
    units: createUnitDirectory(units),
    people: [],
    programmes: [],
    rulebook: null,
  });
  const stamp = before ? LATER : FIRST;
  return buildRecord(readGood(kind, input).draft, before, authorities, stamp, countingIds());
}
