import type { EntryKind } from '../records/record-base.ts';
import type { ColumnReading, ColumnReason } from './book-reading.ts';
import { fieldTypeOf, IGNORED, isShareable, SEQUENCE, type ColumnTarget } from './column-target.ts';
import type { ColumnProfile, ContentType } from './column-profile.ts';
import { containedMeanings, headerMeanings, headerPart } from './header-words.ts';

/** A column before anybody says what it means. */
export type RawColumn = {
  readonly column: number;
  readonly headerText: string;
  /** What `headerText` is made of: the headings over the column from top to bottom. */
  readonly headings: readonly string[];
  readonly profile: ColumnProfile;
};

type Proposal = { readonly target: ColumnTarget; readonly confidence: number; readonly reason: ColumnReason };

/** Below this a heading is worth less than what stands below it. */
const LEAST = 0.3;
/** Who keeps the list, and not what it is about. */
const OF_THE_LIST = /联系|电话|手机|经办|填报|填表|审核|邮箱/u;
const AS_NOTE: ColumnTarget = { role: 'value', field: 'note' };

/** Which forms of text a type of field takes; a field of any other type takes all of them. */
const FITTING: Readonly<Record<string, readonly ContentType[]>> = {
  date: ['date'],
  level: ['level'],
  count: ['number'],
  bodies: ['unit', 'text', 'person'],
  recipients: ['unit', 'person', 'text'],
  title: ['text', 'unit'],
};

/**
 * Proposes what each column of a table means, by its heading and by what stands in it. The surest column takes a field
 * first; one that another has taken falls back to its next best meaning. What no field holds is kept in the note.
 */
export function mapColumns(columns: readonly RawColumn[], kind: EntryKind): readonly ColumnReading[] {
  const offers = columns
    .flatMap((raw) => proposals(raw, kind).map((proposal) => ({ raw, ...proposal })))
    .toSorted((a, b) => b.confidence - a.confidence || a.raw.column - b.raw.column);
  const chosen = new Map<number, Proposal>();
  const taken = new Set<string>();
  for (const { raw, ...offer } of offers) {
    const key = `${offer.target.role} ${offer.target.field}`;
    // A field that a known word has is not shared with a heading that only contains one.
    const mayShare = isShareable(kind, offer.target) && offer.reason.code !== 'header-contains';
    if (chosen.has(raw.column) || (taken.has(key) && !mayShare) || clashes(offer.target, taken)) continue;
    chosen.set(raw.column, offer);
    taken.add(key);
  }
  const title = offers.find(({ target }) => target.field === 'title');
  // 表彰项目 is the programme beside a name of the honour, and without one the name itself.
  if (title && !taken.has('value title')) {
    const { raw, ...offer } = title;
    chosen.set(raw.column, offer);
    taken.add('value title');
  }
  for (const [column, offer] of byContents(columns, kind, chosen, taken)) chosen.set(column, offer);
  return columns.map(({ column, headerText, profile }) => {
    const { target, confidence, reason } = chosen.get(column) ?? leftOver(headerText, profile);
    return { column, headerText, target, confidence: Math.round(confidence * 100) / 100, reason };
  });
}

/** A date that is whole in one column needs no month and day of another; its year may stand apart (年度). */
function clashes({ role, field }: ColumnTarget, taken: ReadonlySet<string>): boolean {
  if (role === 'value') return taken.has(`month ${field}`) || taken.has(`from ${field}`);
  return ['month', 'day', 'from', 'to'].includes(role) && taken.has(`value ${field}`);
}

/** What the heading of a column may mean in this kind of ledger, less sure where the cells are of another form. */
function proposals(raw: RawColumn, kind: EntryKind): readonly Proposal[] {
  const { headerText, profile } = raw;
  if (headerText === '') return profile.isSequence && profile.count > 1 ? [sequenceByContents] : [];
  return readHeading(raw, kind).flatMap(({ target, strength, code, word }) => {
    if (target.role === 'sequence' && profile.count > 0 && profile.shares.number < 0.5 && profile.length > 6) return [];
    const isCounting = target.field === 'certificateNo' && word === '编号' && profile.isSequence && profile.count > 1;
    if (isCounting) return [{ ...sequenceByContents, confidence: 0.9 }];
    const confidence = 0.97 * strength * fit(target, profile, kind);
    // A word that can mean nothing else holds even where no cell below it can be read, so that those are named.
    const isSure = strength === 1 && code === 'header-word';
    return confidence < LEAST && !isSure
      ? []
      : [{ target, confidence: Math.max(LEAST, confidence), reason: { code, value: word } }];
  });
}

const sequenceByContents: Proposal = {
  target: SEQUENCE,
  confidence: 0.85,
  reason: { code: 'contents', value: 'number 1' },
};

type HeadingMeaning = {
  readonly target: ColumnTarget;
  readonly strength: number;
  readonly code: ColumnReason['code'];
  readonly word: string;
};

/** 获奖时间/年 is a part of 获奖时间; of any other path the lower heading says more than the upper one. */
function readHeading({ headerText, headings: parts }: RawColumn, kind: EntryKind): readonly HeadingMeaning[] {
  const [upper = '', lower] = [parts[0], parts.at(-1)];
  const role = parts.length > 1 && lower !== undefined ? headerPart(lower) : null;
  if (role !== null) {
    const date = meaningsOf(upper, kind).find(({ target }) => fieldTypeOf(kind, target.field) === 'date');
    return date ? [{ ...date, target: { role, field: date.target.field } }] : [];
  }
  const own = [headerText, ...(parts.length > 1 && lower !== undefined ? [lower, `${upper}${lower}`] : [])];
  for (const text of own) {
    const meanings = meaningsOf(text, kind, false);
    if (meanings.length > 0) return meanings;
  }
  return own
    .flatMap((text) => meaningsOf(text, kind))
    .slice(0, 1)
    .concat(parts.length > 1 ? meaningsOf(upper, kind) : []);
}

function meaningsOf(text: string, kind: EntryKind, mayContain = true): readonly HeadingMeaning[] {
  const exact = headerMeanings(text).filter((meaning) => meaning.kind === kind);
  if (exact.length > 0) return exact.map((each) => ({ ...each, code: 'header-word' }));
  if (!mayContain) return [];
  return containedMeanings(text)
    .filter((meaning) => meaning.kind === kind)
    .map((each) => ({ ...each, target: ofEither(each.target, text), code: 'header-contains' }));
}

/** 受表彰部门/个人 holds both; a column of recipients tells them apart. */
function ofEither(target: ColumnTarget, heading: string): ColumnTarget {
  const isEither = target.field === 'recipients.person' && /单位|部门|集体/u.test(heading);
  return isEither ? { role: 'value', field: 'recipients' } : target;
}

/** How well the cells fit a target, 0.3 to 1. Cells of the right form are not needed where anything may stand. */
function fit({ role, field }: ColumnTarget, profile: ColumnProfile, kind: EntryKind): number {
  if (profile.count === 0) return 0.9;
  if (role === 'sequence') return profile.shares.number >= 0.5 || profile.shares.text >= 0.5 ? 1 : 0.5;
  if (role === 'year' || role === 'month' || role === 'day') {
    return 0.4 + 0.6 * Math.max(profile.shares.number, profile.shares.date, profile.length <= 5 ? 0.8 : 0);
  }
  const type = fieldTypeOf(kind, field);
  const fitting = type === null ? undefined : FITTING[type];
  if (field === 'documentNo') return 0.6 + 0.4 * (profile.shares['document-no'] + profile.shares.text);
  if (!fitting) return profile.shares.date > 0.8 && type !== 'prose' ? 0.6 : 1;
  // Serial numbers stand in date columns that lost their format.
  const extra = type === 'date' ? profile.shares.number * 0.8 : 0;
  const share = Math.min(1, fitting.reduce((sum, each) => sum + profile.shares[each], 0) + extra);
  return 0.3 + 0.7 * share;
}

/**
 * Columns that no heading explains, by what stands in them: only fields that are still free. Among headings that are
 * known, one that is not has a meaning of its own (联系人), which no field has.
 */
function byContents(
  columns: readonly RawColumn[],
  kind: EntryKind,
  chosen: ReadonlyMap<number, Proposal>,
  taken: ReadonlySet<string>,
): readonly (readonly [number, Proposal])[] {
  const isExplained = columns.filter(({ column }) => chosen.has(column)).length * 2 >= columns.length;
  const free = columns.filter(
    ({ column, headerText, profile }) =>
      !chosen.has(column) && profile.count > 0 && (isExplained ? headerText === '' : !OF_THE_LIST.test(headerText)),
  );
  const found = new Map<number, Proposal>();
  const propose = (raw: RawColumn | undefined, field: string, type: string, share: number, strength: number) => {
    if (!raw || share < 0.5 || taken.has(`value ${field}`)) return;
    const target: ColumnTarget = { role: 'value', field };
    const reason = { code: 'contents', value: `${type} ${share.toFixed(2)}` } as const;
    found.set(raw.column, { target, confidence: strength * share, reason });
  };
  const rest = () => free.filter(({ column }) => !found.has(column));
  const most = (type: ContentType) => best(rest(), ({ profile }) => profile.shares[type]);
  const { title, date, bodies, high } = FIELDS_BY_CONTENTS[kind];
  const titleShare = ({ profile }: RawColumn) =>
    (kind === 'plan' ? profile.planTitles : profile.honorTitles) + profile.length / 100;
  const hasParts = taken.has(`month ${date}`) || taken.has(`from ${date}`);
  if (!hasParts) propose(most('date'), date, 'date', most('date')?.profile.shares.date ?? 0, 0.7);
  if (kind === 'honor') propose(most('level'), 'level', 'level', most('level')?.profile.shares.level ?? 0, 0.8);
  if (kind !== 'activity')
    propose(
      most('document-no'),
      'documentNo',
      'document-no',
      most('document-no')?.profile.shares['document-no'] ?? 0,
      0.8,
    );
  if (kind === 'honor')
    propose(most('person'), 'recipients.person', 'person', most('person')?.profile.shares.person ?? 0, 0.6);
  if (!taken.has('value title')) {
    const texts = rest().filter(
      ({ profile }) => profile.length >= 4 && profile.shares.number + profile.shares.date < 0.5,
    );
    propose(best(texts, titleShare), title, 'text', 1, 0.5);
  }
  const ofUnits = rest().filter(({ profile }) => profile.shares.unit >= 0.5);
  if (
    high !== null &&
    (ofUnits.length > 1 || taken.has(`value ${bodies}`) || (ofUnits[0]?.profile.highBodies ?? 0) > 0.5)
  ) {
    const awarding = best(ofUnits, ({ profile }) => profile.highBodies);
    propose(awarding, high, 'unit', awarding?.profile.shares.unit ?? 0, 0.5);
  }
  const receiving = rest().find(({ profile }) => profile.shares.unit >= 0.5);
  propose(receiving, bodies, 'unit', receiving?.profile.shares.unit ?? 0, 0.55);
  return [...found];
}

const FIELDS_BY_CONTENTS = {
  honor: { title: 'title', date: 'date', bodies: 'recipients', high: 'awardedBy' },
  plan: { title: 'title', date: 'issued', bodies: 'issuers', high: null },
  activity: { title: 'title', date: 'date', bodies: 'hosts', high: null },
} as const satisfies Record<EntryKind, object>;

function best(columns: readonly RawColumn[], score: (column: RawColumn) => number): RawColumn | undefined {
  return columns.reduce<RawColumn | undefined>(
    (most, each) => (most === undefined || score(each) > score(most) ? each : most),
    undefined,
  );
}

function leftOver(headerText: string, profile: ColumnProfile): Proposal {
  if (profile.count === 0) return { target: IGNORED, confidence: 0.9, reason: { code: 'no-content', value: '' } };
  if (profile.isSequence && profile.count > 1 && headerText === '') return sequenceByContents;
  return { target: AS_NOTE, confidence: LEAST, reason: { code: 'kept-as-note', value: headerText } };
}
