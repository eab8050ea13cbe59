import type { SearchExpression, YearRange } from '../search-expression.ts';

/** The years that an expression asks for when it asks for nothing else: 年:2019 or 年:2019,2021; else none. */
export function yearsOf(expression: SearchExpression): readonly YearRange[] {
  if (expression.type === 'year') return [{ from: expression.from, to: expression.to }];
  if (expression.type !== 'any') return [];
  const ranges = expression.parts.flatMap((part) => (part.type === 'year' ? [{ from: part.from, to: part.to }] : []));
  return ranges.length === expression.parts.length ? ranges : [];
}

export function hasYear(ranges: readonly YearRange[], year: number): boolean {
  return ranges.some((range) => isWithin(range, year));
}

/** The ranges and one more, in order, with those made one that touch: 2019 and 2020..2021 are 2019..2021. */
export function addYears(ranges: readonly YearRange[], added: YearRange): readonly YearRange[] {
  const joined: Span[] = [];
  for (const span of [...ranges, added].map(toSpan).toSorted((a, b) => a.first - b.first)) {
    const last = joined.at(-1);
    if (last && span.first <= last.last + 1) last.last = Math.max(last.last, span.last);
    else joined.push(span);
  }
  return joined.map(toRange);
}

/**
 * The ranges without a year. What is left of a range goes too where it holds none of the years that can be chosen:
 * nobody would see what is still asked for.
 */
export function removeYear(
  ranges: readonly YearRange[],
  year: number,
  choosable: readonly number[],
): readonly YearRange[] {
  return ranges.flatMap((range) => {
    if (!isWithin(range, year)) return [range];
    const { first, last } = toSpan(range);
    const left = [
      { first, last: year - 1 },
      { first: year + 1, last },
    ];
    return left
      .filter((span) => span.first <= span.last && choosable.some((each) => each >= span.first && each <= span.last))
      .map(toRange);
  });
}

type Span = { readonly first: number; last: number };

function toSpan({ from, to }: YearRange): Span {
  return { first: from ?? -Infinity, last: to ?? Infinity };
}

function toRange({ first, last }: Span): YearRange {
  return { from: Number.isFinite(first) ? first : null, to: Number.isFinite(last) ? last : null };
}

function isWithin(range: YearRange, year: number): boolean {
  const { first, last } = toSpan(range);
  return year >= first && year <= last;
}
