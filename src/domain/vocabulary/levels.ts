/** Levels of an honour (级别), highest first. */
export const LEVELS = ['国家级', '省部级', '市厅级', '县处级', '其他'] as const;
export type Level = (typeof LEVELS)[number];

/** Words that old ledgers use for a level. */
const SYNONYMS: Readonly<Record<string, Level>> = {
  国家: '国家级',
  全国: '国家级',
  省: '省部级',
  省级: '省部级',
  部级: '省部级',
  市: '市厅级',
  市级: '市厅级',
  厅级: '市厅级',
  县: '县处级',
  县级: '县处级',
  处级: '县处级',
};

/** The level that a word stands for, or null when no level is meant by it. */
export function recogniseLevel(word: string): Level | null {
  const trimmed = word.trim();
  const exact = LEVELS.find((level) => level === trimmed);
  return exact ?? (Object.hasOwn(SYNONYMS, trimmed) ? (SYNONYMS[trimmed] ?? null) : null);
}
