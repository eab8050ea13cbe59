import * as v from 'valibot';
import { RULEBOOK_ID } from '../records/authorities.ts';
import { toBoundaryRecord, type BoundaryRecordOf } from '../records/boundary-record.ts';
import type { DraftProblem } from '../records/draft-problem.ts';
import type { ReadDraft } from '../records/read-draft.ts';
import { readRecordDraft, type DraftOfKind } from '../records/record-draft.ts';
import type { Rulebook } from '../records/rulebook.ts';
import { refuse, succeed, type Result } from '../result.ts';
import { filingSettingsSchema, type FilingSettings } from './filing-settings.ts';

/** The part of a rulebook that says how file codes are made; empty stands for what the program comes with. */
export type RulebookFiling = Pick<Rulebook, 'fileCodeTemplate' | 'fonds' | 'category' | 'department' | 'numberWidth'>;

export const NO_RULEBOOK_FILING: RulebookFiling = {
  fileCodeTemplate: '',
  fonds: '',
  category: '',
  department: '',
  numberWidth: null,
};

export type SettingsProblem = { readonly field: keyof FilingSettings; readonly code: string };

/** The settings of a rulebook, or all that stands against them. */
export function readFilingSettings(
  rulebook: RulebookFiling | null,
): Result<FilingSettings, readonly SettingsProblem[]> {
  const { fileCodeTemplate, fonds, category, department, numberWidth } = rulebook ?? NO_RULEBOOK_FILING;
  const read = v.safeParse(filingSettingsSchema, {
    template: fileCodeTemplate || undefined,
    fonds,
    category: category || undefined,
    department,
    numberWidth: numberWidth ?? undefined,
  });
  if (read.success) return succeed(read.output);
  return refuse(
    read.issues.map((issue) => ({ field: v.getDotPath(issue) as keyof FilingSettings, code: issue.message })),
  );
}

type RulebookChange = Partial<Omit<BoundaryRecordOf<'rulebook'>, 'kind' | 'id'>>;

/** A draft of the one rulebook with some of its fields changed; there is none before the first change. */
export function changeRulebook(
  rulebook: Rulebook | null,
  change: RulebookChange,
  today: string,
): Result<ReadDraft<DraftOfKind<'rulebook'>>, readonly DraftProblem[]> {
  const present = rulebook === null ? { kind: 'rulebook', id: RULEBOOK_ID } : toBoundaryRecord(rulebook);
  return readRecordDraft('rulebook', { ...present, ...change }, today);
}
