import { upgradeRecord } from './migrations/all-migrations.ts';
import type { EarlierRecord } from './migrations/migration.ts';

/** A record from a line of a package, brought from the format of that time to the present shape; null when it is none. */
export function readRecordLine(line: string, format: number): EarlierRecord | null {
  try {
    const record: unknown = JSON.parse(line);
    return isRecord(record) ? upgradeRecord(record, format) : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

const isRecord = (value: unknown): value is EarlierRecord =>
  typeof value === 'object' && value !== null && 'id' in value && !Object.hasOwn(value, '__proto__');
