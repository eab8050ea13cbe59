import * as v from 'valibot';
import { matchesGlob } from './glob.ts';
import { levelRuleGroups, type MinistryLevel } from './level-rule-groups.ts';
import { LEVELS, type Level } from './levels.ts';

const MAX_RULES = 500;
const MAX_PATTERN_LENGTH = 60;
const MAX_STARS = 8;
const MAX_NOTE_LENGTH = 200;

export const levelRuleSchema = v.pipe(
  v.strictObject({
    /** A body's whole name, `*` standing for any characters or none; width and blanks do not matter. */
    pattern: v.pipe(
      v.string(),
      v.maxLength(MAX_PATTERN_LENGTH),
      v.check((pattern) => levelRuleKey(pattern) !== ''),
      v.check((pattern) => levelRuleKey(pattern).split('*').length - 1 <= MAX_STARS),
    ),
    level: v.picklist(LEVELS),
    /** Why, for the person who edits the table. */
    note: v.pipe(v.string(), v.maxLength(MAX_NOTE_LENGTH)),
  }),
  v.readonly(),
);
export type LevelRule = v.InferOutput<typeof levelRuleSchema>;

/** In order: the first rule whose pattern matches decides. */
export const levelRulesSchema = v.pipe(v.array(levelRuleSchema), v.maxLength(MAX_RULES), v.readonly());

/** A body that awards: its name as printed, and the level that its unit record states, if any. */
export type AwardingBody = { readonly name: string; readonly level: Level | null };

export type DerivedLevel = {
  readonly level: Level;
  /** Which body decided, and by which rule of the table (counted from 0) or by its unit record. */
  readonly because: { readonly body: string; readonly ruleIndex: number | 'unit' };
};

/**
 * The table for a municipal office in Heze, Shandong. The first match decides, so what is special stands before what is
 * general: 国家税务总局菏泽市税务局 before 国家*局, 市南区 before 市*, 市场监管总局 before 市*.
 *
 * No authority settles whether an award of a ministry, the Supreme Court or a national people's organisation is 国家级
 * or 省部级 (reference/domain.md, "Levels"), so it is asked for; the rules that follow from it say 可调整 in their note.
 * Names without a hint of their level, those of associations for example, match nothing: they are left to a person.
 */
export function levelRulesFor(ministries: MinistryLevel): readonly LevelRule[] {
  return levelRuleGroups(ministries).flatMap(({ level, note, patterns }) =>
    patterns
      .split(/\s+/)
      .filter((pattern) => pattern !== '')
      .map((pattern) => ({ pattern, level, note })),
  );
}

/** The table that an archive starts with. */
export const DEFAULT_LEVEL_RULES: readonly LevelRule[] = levelRulesFor('国家级');

/** Patterns of a table in the form they are compared in: a table is used for thousands of rows of an import. */
const preparedPatterns = new WeakMap<readonly LevelRule[], readonly string[]>();

/**
 * The level of an honour by the bodies that award it, in the order printed. The lead body decides; only when neither
 * its unit record nor any rule knows it, the next one does. What a unit record states goes before the rules, because
 * somebody wrote it down for that very body. Null when no body is known: a level is not guessed.
 */
export function deriveLevel(bodies: readonly AwardingBody[], rules: readonly LevelRule[]): DerivedLevel | null {
  const patterns = patternsOf(rules);
  for (const { name, level } of bodies) {
    if (level !== null) return { level, because: { body: name, ruleIndex: 'unit' } };
    const ruleIndex = findRule(levelRuleKey(name), patterns);
    const rule = rules[ruleIndex];
    if (rule !== undefined) return { level: rule.level, because: { body: name, ruleIndex } };
  }
  return null;
}

/** Old ledgers put a joint award into one cell, 省委、省政府: the body named first decides there too. */
function findRule(key: string, patterns: readonly string[]): number {
  const lead = key.split(/[、,;]/, 1)[0] ?? '';
  for (const text of new Set([lead, key])) {
    const index = text === '' ? -1 : patterns.findIndex((pattern) => matchesGlob(pattern, text));
    if (index !== -1) return index;
  }
  return -1;
}

/** Names and patterns are compared in NFKC and without blanks. */
function levelRuleKey(text: string): string {
  return text.normalize('NFKC').replace(/\s+/gu, '');
}

function patternsOf(rules: readonly LevelRule[]): readonly string[] {
  const known = preparedPatterns.get(rules);
  if (known !== undefined) return known;
  const patterns = rules.map(({ pattern }) => levelRuleKey(pattern));
  preparedPatterns.set(rules, patterns);
  return patterns;
}
