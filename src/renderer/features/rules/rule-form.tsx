import { Alert, Button, Form, Input, Segmented, Select } from 'antd';
import { useState } from 'react';
import { deriveLevel } from '#domain/vocabulary/level-rules';
import { LEVELS } from '#domain/vocabulary/levels';
import { useUnitDirectory } from '../../archive/use-unit-directory.ts';
import { messages } from './messages.ts';
import { ministryLevel, MINISTRY_LEVELS, toRules, type RuleProblem } from './rule-rows.ts';
import styles from './rules.module.css';
import type { RuleTable } from './use-rule-table.ts';

/** The rule that is selected in the table. */
export function RuleForm({ table }: { readonly table: RuleTable }) {
  const index = table.rows.findIndex(({ key }) => key === table.selected);
  const row = table.rows[index];
  const { levels } = messages;
  if (!row) return <p className={styles['hint']}>{levels.choose}</p>;
  const problem = table.problems.find(({ key }) => key === row.key);
  const patternHelp =
    problem && problem.code !== 'note'
      ? { validateStatus: 'error' as const, help: problemText(problem) }
      : { help: levels.patternHint };
  const noteHelp = problem?.code === 'note' ? { validateStatus: 'error' as const, help: problemText(problem) } : {};
  return (
    <section data-testid="rule-form">
      <h2 className={styles['asideTitle']}>{levels.ruleTitle(index + 1)}</h2>
      <Form component={false} layout="vertical" key={row.key}>
        <Form.Item label={levels.pattern} htmlFor="rule-pattern" {...patternHelp}>
          <Input
            id="rule-pattern"
            autoFocus={row.pattern === ''}
            value={row.pattern}
            onChange={(event) => table.change(row.key, { pattern: event.target.value })}
          />
        </Form.Item>
        <Form.Item label={levels.level} htmlFor="rule-level">
          <Select
            id="rule-level"
            value={row.level}
            onChange={(level) => table.change(row.key, { level })}
            options={LEVELS.map((level) => ({ value: level, label: level }))}
          />
        </Form.Item>
        <Form.Item label={levels.note} htmlFor="rule-note" {...noteHelp}>
          <Input
            id="rule-note"
            value={row.note}
            onChange={(event) => table.change(row.key, { note: event.target.value })}
          />
        </Form.Item>
      </Form>
    </section>
  );
}

function problemText(problem: RuleProblem): string {
  const { bad } = messages.levels;
  return problem.code === 'repeated' ? bad.repeated(problem.order) : bad[problem.code];
}

/** How many rules keep the table from being saved, and the way to the first of them. */
export function BadRules({ table, onShow }: { readonly table: RuleTable; readonly onShow: (key: string) => void }) {
  const [first] = table.problems;
  if (!first) return null;
  return (
    <Alert
      className={styles['alert'] ?? ''}
      type="warning"
      title={messages.levels.badCount(table.problems.length)}
      action={
        <Button size="small" onClick={() => onShow(first.key)}>
          {messages.levels.goToBad}
        </Button>
      }
    />
  );
}

/** A body's name is typed, and the rule that decides is named: also by rules that are not saved yet. */
export function RuleTest({ table, onShow }: { readonly table: RuleTable; readonly onShow: (key: string) => void }) {
  const units = useUnitDirectory();
  const [name, setName] = useState('');
  const { test } = messages;
  const typed = name.trim();
  const level = units.find(typed)?.level ?? null;
  const derived = typed === '' ? null : deriveLevel([{ name: typed, level }], toRules(table.rows));
  const ruleIndex = derived?.because.ruleIndex;
  const rule = typeof ruleIndex === 'number' ? table.rows[ruleIndex] : undefined;
  return (
    <section className={styles['block']}>
      <h2 className={styles['asideTitle']}>{test.title}</h2>
      <Input
        aria-label={test.input}
        placeholder={test.placeholder}
        allowClear
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
      <p className={styles['answer']} aria-live="polite" data-testid="rule-answer">
        {typed !== '' && derived === null && test.nothing}
        {derived && ruleIndex === 'unit' && test.byUnit}
        {rule && typeof ruleIndex === 'number' && test.byRule(ruleIndex + 1, rule.pattern)}
        {derived && <strong className={styles['level']}>{derived.level}</strong>}
        {rule && (
          <Button type="link" size="small" onClick={() => onShow(rule.key)}>
            {test.show}
          </Button>
        )}
      </p>
    </section>
  );
}

/** No authority settles it, so the office does, and sees that it has (reference/domain.md, "Levels"). */
export function MinistryChoice({ table }: { readonly table: RuleTable }) {
  const { ministries } = messages;
  const level = ministryLevel(table.rows);
  return (
    <section className={styles['block']}>
      <h2 className={styles['asideTitle']}>{ministries.title}</h2>
      <p className={styles['hint']}>
        {ministries.hint} {level === 'mixed' && ministries.mixed} {level === null && ministries.none}
      </p>
      <Segmented
        aria-label={ministries.label}
        disabled={level === null}
        value={level === 'mixed' || level === null ? '' : level}
        onChange={(chosen) => {
          const wanted = MINISTRY_LEVELS.find((each) => each === chosen);
          if (wanted) table.setMinistries(wanted);
        }}
        options={[...MINISTRY_LEVELS]}
      />
    </section>
  );
}
