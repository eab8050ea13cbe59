import { useMemo, useState } from 'react';
import { levelRulesOf } from '#domain/records/authorities';
import type { Rulebook } from '#domain/records/rulebook';
import { DEFAULT_LEVEL_RULES } from '#domain/vocabulary/level-rules';
import {
  moveRow,
  ruleProblems,
  toRows,
  toRules,
  withMinistryLevel,
  type MinistryLevel,
  type RuleRow,
} from './rule-rows.ts';

export type RuleTable = ReturnType<typeof useRuleTable>;

/** The table of rules while it is edited; nothing of it counts before it is saved. */
export function useRuleTable(rulebook: Rulebook | null) {
  const [initial] = useState(() => toRows(levelRulesOf(rulebook)));
  const [rows, setRows] = useState(initial);
  const [selected, setSelected] = useState<string | null>(null);
  const [added, setAdded] = useState(0);
  const problems = useMemo(() => ruleProblems(rows), [rows]);
  const isDirty = useMemo(() => JSON.stringify(toRules(rows)) !== JSON.stringify(toRules(initial)), [rows, initial]);

  const move = (to: (present: number) => number) => selected !== null && setRows(moveRow(rows, selected, to));
  return {
    rows,
    selected,
    select: setSelected,
    problems,
    isDirty,
    change: (key: string, change: Partial<Omit<RuleRow, 'key'>>) =>
      setRows(rows.map((row) => (row.key === key ? { ...row, ...change } : row))),
    /** Above the selected rule, so that it goes before it; else before all. */
    add: () => {
      const key = `new${added}`;
      const at = Math.max(
        rows.findIndex((row) => row.key === selected),
        0,
      );
      setAdded(added + 1);
      setRows(rows.toSpliced(at, 0, { key, pattern: '', level: '市厅级', note: '' }));
      setSelected(key);
    },
    move,
    remove: () => {
      const at = rows.findIndex((row) => row.key === selected);
      if (at === -1) return;
      const rest = rows.toSpliced(at, 1);
      setRows(rest);
      setSelected(rest[Math.min(at, rest.length - 1)]?.key ?? null);
    },
    reset: () => {
      setRows(toRows(DEFAULT_LEVEL_RULES));
      setSelected(null);
    },
    discard: () => {
      setRows(initial);
      setSelected(null);
    },
    setMinistries: (level: MinistryLevel) => setRows(withMinistryLevel(rows, level)),
  };
}
