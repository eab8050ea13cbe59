import type { SearchExpression } from '../search-expression.ts';
import { normalizeExpression, NOTHING } from './normalize-expression.ts';
import type { JoiningToken, TextRange } from './query-tokens.ts';
import type { Report } from './read-filter.ts';

/** A condition at the top level, with what joins it by 或: what a screen shows as one chip. */
export type QueryPart = TextRange & {
  /** What the part asks for, its negation included; normalised. */
  readonly expression: SearchExpression;
  /** Whether the part is typed with a minus sign before it. */
  readonly isNegated: boolean;
};

/** Takes the terms of a query one by one and puts them together. Keeps its own stack, so no depth can exhaust another. */
export type PartCollector = {
  /** Null for a term that asks for nothing: it takes its place, so that an operator behind it does not join others. */
  readonly add: (expression: SearchExpression | null, range: TextRange, isNegated: boolean) => void;
  readonly join: (token: JoiningToken) => void;
  readonly open: (range: TextRange, isNegated: boolean) => void;
  readonly close: (range: TextRange) => void;
  /** Whether there is anything in the group so far that an operator could join. */
  readonly hasOperand: () => boolean;
  readonly finish: () => readonly QueryPart[];
};

type Item = { readonly start: number; end: number; isNegated: boolean; readonly alternatives: SearchExpression[] };
type Group = {
  readonly opening: TextRange;
  readonly isNegated: boolean;
  readonly items: Item[];
  /** Waits for what it joins to the last item. */
  operator: JoiningToken | null;
  end: number;
};

/** Groups within groups. Nobody types as many; what evaluates the expression may go into each by a call. */
const MAX_DEPTH = 20;

export function createPartCollector(report: Report): PartCollector {
  const top = startGroup({ start: 0, end: 0 }, false);
  const groups: Group[] = [];
  let ignoredDepth = 0;
  let isTooDeep = false;

  const current = (): Group => groups.at(-1) ?? top;
  const add: PartCollector['add'] = (expression, range, isNegated) => {
    addItem(current(), expression, range, isNegated);
  };
  const closeGroup = (group: Group, end: number, isClosed: boolean): void => {
    groups.pop();
    settleOperator(group, report);
    const range = { start: group.opening.start, end };
    const isEmpty = group.items.length === 0;
    // -() excludes every record: the one way to write down what admits none.
    const excludesAll = isEmpty && isClosed && group.isNegated;
    if (isEmpty && isClosed && !excludesAll) report('empty-group', range);
    add(excludesAll ? NOTHING : togetherOrNull(group.items), range, group.isNegated && !excludesAll);
  };
  return {
    add,
    join: (token) => {
      const group = current();
      if (group.operator !== null && group.operator.type !== token.type) return;
      group.operator = token;
      group.end = token.end;
    },
    open: (range, isNegated) => {
      if (groups.length < MAX_DEPTH) {
        groups.push(startGroup(range, isNegated));
        return;
      }
      if (!isTooDeep) report('too-deep', range);
      isTooDeep = true;
      ignoredDepth += 1;
    },
    close: (range) => {
      const group = groups.at(-1);
      if (ignoredDepth > 0) ignoredDepth -= 1;
      else if (group === undefined) report('stray-parenthesis', range);
      else closeGroup(group, range.end, true);
    },
    hasOperand: () => current().items.length > 0,
    finish: () => {
      for (let group = groups.at(-1); group !== undefined; group = groups.at(-1)) {
        report('unclosed-parenthesis', group.opening);
        closeGroup(group, Math.max(group.end, group.opening.end), false);
      }
      settleOperator(top, report);
      return top.items.filter(({ alternatives }) => alternatives.length > 0).map(toPart);
    },
  };
}

function startGroup(opening: TextRange, isNegated: boolean): Group {
  return { opening, isNegated, items: [], operator: null, end: opening.end };
}

function addItem(group: Group, expression: SearchExpression | null, range: TextRange, isNegated: boolean): void {
  const asked = expression !== null && isNegated ? ({ type: 'not', part: expression } as const) : expression;
  const last = group.items.at(-1);
  if (group.operator?.type === 'or' && last !== undefined) {
    if (asked !== null) last.alternatives.push(asked);
    last.end = range.end;
    last.isNegated = false;
  } else {
    group.items.push({ start: range.start, end: range.end, isNegated, alternatives: asked === null ? [] : [asked] });
  }
  group.operator = null;
  group.end = range.end;
}

/** An operator that joins nothing belongs to what stands before it, so that both go when that is removed. */
function settleOperator({ items, operator }: Group, report: Report): void {
  const last = items.at(-1);
  if (operator === null || last === undefined) return;
  report('dangling-operator', operator);
  last.end = operator.end;
}

function togetherOrNull(items: readonly Item[]): SearchExpression | null {
  const parts = items.map(({ alternatives }) => alternatives).filter((alternatives) => alternatives.length > 0);
  return parts.length === 0 ? null : { type: 'all', parts: parts.map((each) => ({ type: 'any', parts: each })) };
}

function toPart({ start, end, isNegated, alternatives }: Item): QueryPart {
  return { start, end, isNegated, expression: normalizeExpression({ type: 'any', parts: alternatives }) };
}
