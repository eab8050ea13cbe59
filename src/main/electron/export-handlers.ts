import * as v from 'valibot';
import { exportEntrySchema } from '#contract/export-contract';
import type { ExportLog } from '#services/export-log';
import type { ContractHandlers } from './ipc-host.ts';

export type ExportChannel = Extract<keyof ContractHandlers, `exports:${string}`>;

/** So many are shown; earlier ones stay in the file. */
const MOST_SHOWN = 1000;

export function createExportHandlers(log: ExportLog): Pick<ContractHandlers, ExportChannel> {
  return {
    'exports:append': (entry) => log.append(entry),
    'exports:read': async () => {
      const lines = (await log.read()).slice(0, MOST_SHOWN).map((line) => v.safeParse(exportEntrySchema, line));
      const entries = lines.flatMap((line) => (line.success ? [line.output] : []));
      return { entries, unreadable: lines.length - entries.length };
    },
  };
}
