import * as v from 'valibot';
import { levelRuleSchema, levelRulesFor, type LevelRule } from '#domain/vocabulary/level-rules';
import type { Level } from '#domain/vocabulary/levels';

/** A rule being edited; `key` tells rows apart while patterns and order change, and is never stored. */
export type RuleRow = { readonly key: string; readonly pattern: string; readonly level: Level; readonly note: string };

export type RuleProblem = { readonly key: string } & (
  { readonly code: 'empty' | 'too-long' | 'stars' | 'note' } | { readonly code: 'repeated'; readonly order: number }
);

export function toRows(rules: readonly LevelRule[]): readonly RuleRow[] {
  return rules.map((rule, index) => ({ ...rule, key: `r${index}` }));
}

export function toRules(rows: readonly RuleRow[]): readonly LevelRule[] {
  return rows.map(({ pattern, level, note }) => ({ pattern, level, note }));
}

/** What stands against saving the rules, by row. */
export function ruleProblems(rows: readonly RuleRow[]): readonly RuleProblem[] {
  const seen = new Map<string, number>();
  return rows.flatMap((row, index): readonly RuleProblem[] => {
    const { key, pattern, level, note } = row;
    const name = pattern.normalize('NFKC').replace(/\s+/gu, '');
    const earlier = seen.get(name);
    if (earlier === undefined) seen.set(name, index);
    if (name === '') return [{ key, code: 'empty' }];
    const read = v.safeParse(levelRuleSchema, { pattern, level, note });
    if (!read.success) return [{ key, code: problemCode(read.issues[0]) }];
    return earlier === undefined ? [] : [{ key, code: 'repeated', order: earlier + 1 }];
  });
}

function problemCode(issue: v.BaseIssue<unknown>): 'too-long' | 'stars' | 'note' {
  if (v.getDotPath(issue) === 'note') return 'note';
  return issue.type === 'max_length' ? 'too-long' : 'stars';
}

/** The rows with one moved to another place; places beyond the ends are the ends. */
export function moveRow(rows: readonly RuleRow[], key: string, to: (present: number) => number): readonly RuleRow[] {
  const present = rows.findIndex((row) => row.key === key);
  const row = rows[present];
  if (!row) return rows;
  const place = Math.min(Math.max(to(present), 0), rows.length - 1);
  return rows.toSpliced(present, 1).toSpliced(place, 0, row);
}

/** What awards of ministries and their like may count as (reference/domain.md, "Levels"). */
export const MINISTRY_LEVELS = ['国家级', '省部级'] as const;
export type MinistryLevel = (typeof MINISTRY_LEVELS)[number];

/** The patterns of those bodies: the rules in which the two tables that the program comes with differ. */
const MINISTRY_PATTERNS: ReadonlySet<string> = (() => {
  const [national, provincial] = MINISTRY_LEVELS.map((level) => levelRulesFor(level));
  const differing = (national ?? []).filter(({ level }, index) => level !== provincial?.[index]?.level);
  return new Set(differing.map(({ pattern }) => pattern));
})();

/** What they count as in a table: null when it holds no such rule, 'mixed' when its rules disagree. */
export function ministryLevel(rows: readonly LevelRule[]): MinistryLevel | 'mixed' | null {
  const levels = new Set(rows.filter(({ pattern }) => MINISTRY_PATTERNS.has(pattern)).map(({ level }) => level));
  const [only] = levels;
  if (only === undefined) return null;
  return (levels.size === 1 && MINISTRY_LEVELS.find((level) => level === only)) || 'mixed';
}

export function withMinistryLevel(rows: readonly RuleRow[], level: MinistryLevel): readonly RuleRow[] {
  return rows.map((row) => (MINISTRY_PATTERNS.has(row.pattern) ? { ...row, level } : row));
}
