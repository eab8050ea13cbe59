import { describe, expect, it } from 'vitest';
import type { LedgerRecord } from '#domain/records/archive-record';
import { firstRevision } from '#domain/records/build-record';
import type { Link } from '#domain/records/link';
import type { RecordId } from '#domain/records/record-base';
import { activity, FIRST, honor, plan } from '#domain/records/record-fixtures';
import { LINK_TYPES } from '#domain/vocabulary/link-terms';
import { chainOf, groupLinks, indexLinks, linksOf, planVersions } from './link-graph.ts';
import { suggestLink, type LinkType } from './link-types.ts';

const id = (text: string) => text as RecordId;

function link(from: string, to: string, linkType: LinkType): Link {
  const end = (of: string) => ({ printed: of, id: id(of) });
  return {
    kind: 'link',
    id: id(`${from}-${to}`),
    ...firstRevision(FIRST),
    from: end(from),
    to: end(to),
    linkType,
    note: '',
  };
}

const records: readonly LedgerRecord[] = [
  plan({ id: id('plan') }),
  activity({ id: id('first') }),
  activity({ id: id('second') }),
  honor({ id: id('honor') }),
  honor({ id: id('apart') }),
];
const find = (wanted: string) => records.find((record) => record.id === wanted) ?? null;
const get = (wanted: string) => find(wanted) ?? plan();
const links = [
  link('plan', 'first', '落实'),
  link('plan', 'second', '落实'),
  link('first', 'honor', '促成'),
  link('apart', 'honor', '相关'),
  link('plan', 'nobody', '落实'),
  link('plan', 'plan', '相关'),
];
const index = indexLinks(links);

describe('links of a record', () => {
  it('lead to records that are there, in groups', () => {
    const seen = linksOf(index, 'honor', find);
    expect(seen.map(({ other, isOutgoing }) => [other.id, isOutgoing])).toEqual([
      ['first', false],
      ['apart', false],
    ]);
    expect(groupLinks(seen, LINK_TYPES).map(({ type, isOutgoing }) => [type, isOutgoing])).toEqual([
      ['促成', false],
      ['相关', false],
    ]);
    expect(linksOf(index, 'plan', find).map(({ other }) => other.id)).toEqual(['first', 'second']);
  });

  it('make a chain from plans to honours, without what is merely related or beside it', () => {
    const ids = (of: string) => chainOf(index, get(of), find).map(({ records: step }) => step.map((each) => each.id));
    expect(ids('honor')).toEqual([['plan'], ['first'], ['honor']]);
    expect(ids('plan')).toEqual([['plan'], ['first', 'second'], ['honor']]);
    expect(ids('apart')).toEqual([]);
  });

  it('going round in a circle come to an end', () => {
    const round = indexLinks([link('first', 'second', '体现'), link('second', 'first', '体现')]);
    expect(chainOf(round, get('first'), find)).toEqual([]);
  });
});

describe('the link that is suggested', () => {
  it.each([
    ['plan', 'activity', '落实', true],
    ['activity', 'plan', '落实', false],
    ['honor', 'activity', '促成', false],
    ['plan', 'honor', '依据', true],
    ['practice', 'activity', '体现', true],
    ['honor', 'honor', '相关', true],
    ['person', 'plan', '相关', true],
  ] as const)('between %s and %s is %s', (kind, other, type, isForward) => {
    expect(suggestLink(kind, other)).toEqual({ type, isForward });
  });
});

describe('versions of a plan', () => {
  const version = (name: string, supersedes: string | null, isKnown = true) =>
    plan({
      id: id(name),
      title: name,
      supersedes: supersedes === null ? null : { printed: supersedes, id: isKnown ? id(supersedes) : null },
    });
  const ids = (of: string, plans: ReturnType<typeof version>[]) => {
    const { older, newer } = planVersions(plans.find((each) => each.id === of) ?? plan(), plans);
    return [older.map((each) => each.id), newer.map((each) => each.id)];
  };

  it('are found in both directions, also by title alone', () => {
    const plans = [version('v1', null), version('v2', 'v1'), version('v3', 'v2', false), version('v4', 'v3')];
    expect(ids('v2', plans)).toEqual([['v1'], ['v3', 'v4']]);
    expect(ids('v4', plans)).toEqual([['v3', 'v2', 'v1'], []]);
  });

  it('that name each other in a circle come to an end', () => {
    const plans = [version('v1', 'v2'), version('v2', 'v1')];
    expect(ids('v1', plans)).toEqual([['v2'], []]);
  });
});
