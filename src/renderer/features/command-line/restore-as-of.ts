import type { Command, ResponseOf } from '#contract/archive-contract';
import { refuse, succeed, type Result } from '#domain/result';
import { readChangeSet } from '#storage/read-change-set';
import { backupMessages } from '../../archive/backup-messages.ts';
import { callMain } from '../../archive/bridge.ts';
import { packageChangeSets } from '../../archive/package-change-sets.ts';
import { backupCommandMessages as messages } from './backup-messages.ts';
import { optionText, type Answer, type Refusal } from './command.ts';

/** Behind which change set an archive was as it was at the end of a day. */
type Moment = {
  readonly sequence: number;
  /** How many there are in all. */
  readonly total: number;
  readonly text: string;
};

/**
 * `restore [FILE] --as-of DAY --into DIR`: the archive as it was at the end of a day where the computer is: behind the
 * last change set that its clock dated no later. Without a package: from the present journal. Null: no day was named.
 */
export function readDay(command: Command): Result<string, Refusal> | null {
  const day = optionText(command, 'as-of');
  if (day === null) return null;
  if (endOf(day) === null) return refuse({ code: 'bad-option', message: messages.badDay(day), where: '--as-of' });
  return succeed(day);
}

/** @param token of an opened package; null: the present archive */
export async function restoreAsOf(token: string | null, day: string): Promise<Result<Answer, Refusal>> {
  if (token === null && (await callMain('journal:state', null)).status === 'damaged') {
    return refuse({ code: 'journal-damaged', message: messages.presentDamaged, where: '--data' });
  }
  const moment = await findMoment(token === null ? presentChangeSets() : packageChangeSets(token), endOf(day) ?? '');
  if (!moment) return refuse({ code: 'nothing-yet', message: messages.nothingYet(day), where: '--as-of' });
  const { sequence, total, text } = moment;
  const restored = await callMain('package:restore-up-to', { token, sequence });
  if (!restored.ok) return refuseRestore(restored);
  const { at, counts } = readChangeSet(text);
  const records = Object.values(counts).reduce((sum, count) => sum + count, 0);
  const { folder } = restored;
  return succeed({
    json: { ok: true, folder, asOf: day, changeSets: sequence, of: total, lastChange: at, records: counts },
    text: messages.restoredAsOf({ folder, day, sequence, total, records, at: backupMessages.madeAt(at) }),
  });
}

function refuseRestore({ code, detail }: Extract<ResponseOf<'package:restore-up-to'>, { ok: false }>) {
  return refuse({ code, message: backupMessages.packageFailed[code], where: '--into', report: { detail } });
}

async function findMoment(texts: AsyncIterable<string>, end: string): Promise<Moment | null> {
  let total = 0;
  let found: Omit<Moment, 'total'> | null = null;
  for await (const text of texts) {
    total += 1;
    const { at } = JSON.parse(text) as { readonly at: string };
    if (Date.parse(at) < Date.parse(end)) found = { sequence: total, text };
  }
  return found && { ...found, total };
}

async function* presentChangeSets(): AsyncGenerator<string> {
  for (let after = 0; ;) {
    const { entries } = await callMain('journal:read', { after });
    if (entries.length === 0) return;
    for (const { text } of entries) yield text;
    after += entries.length;
  }
}

/** The instant that a day `YYYY-MM-DD` ends at, where the computer is; null when there is no such day. */
function endOf(day: string): string | null {
  const [year, month, date] = (/^(\d{4})-(\d{2})-(\d{2})$/.exec(day) ?? []).slice(1).map(Number);
  if (year === undefined || month === undefined || date === undefined) return null;
  const begin = new Date(year, month - 1, date);
  if (begin.getMonth() !== month - 1 || begin.getDate() !== date) return null;
  return new Date(year, month - 1, date + 1).toISOString();
}
