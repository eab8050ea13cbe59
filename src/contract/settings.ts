import * as v from 'valibot';

export const THEMES = ['system', 'light', 'dark'] as const;

const columnStateSchema = v.array(v.record(v.string(), v.union([v.string(), v.number(), v.boolean(), v.null()])));

/** What the office has set, kept in the data folder beside the records. Unknown keys of later versions are kept out. */
export const settingsSchema = v.object({
  theme: v.fallback(v.picklist(THEMES), 'system'),
  /** Who the change sets are signed by; empty means the computer account. */
  operator: v.fallback(v.pipe(v.string(), v.maxLength(50)), ''),
  /** 编纂单位 on the cover of a yearbook. */
  editor: v.fallback(v.pipe(v.string(), v.maxLength(100)), ''),
  yearbookTitle: v.fallback(v.pipe(v.string(), v.maxLength(100)), ''),
  /** Column order, widths, sorting and visibility by ledger, as the grid reports them. */
  ledgerColumns: v.fallback(v.record(v.string(), v.pipe(columnStateSchema, v.maxLength(100))), {}),
  secrecyNoticeSeen: v.fallback(v.boolean(), false),
});
export type Settings = v.InferOutput<typeof settingsSchema>;
