import * as v from 'valibot';

export const THEMES = ['system', 'light', 'dark'] as const;

/** The longest name of somebody who works here. */
export const LONGEST_OPERATOR = 50;

const columnStateSchema = v.array(v.record(v.string(), v.union([v.string(), v.number(), v.boolean(), v.null()])));

/** After how many minutes without input the archive locks itself; 0: never. */
export const IDLE_LOCK_MINUTES = [0, 5, 10, 15, 30] as const;

/** What the office has set, kept in the data folder beside the records. */
export const settingsSchema = v.strictObject({
  theme: v.picklist(THEMES),
  /** Who the change sets are signed by; empty means the computer account. */
  operator: v.pipe(v.string(), v.maxLength(LONGEST_OPERATOR)),
  /** Who works with the archive, to be chosen from. */
  operators: v.pipe(v.array(v.pipe(v.string(), v.minLength(1), v.maxLength(LONGEST_OPERATOR))), v.maxLength(50)),
  /** Whether main refuses every change to the archive. */
  readOnly: v.boolean(),
  /** Holds only while there is a passphrase. */
  idleLockMinutes: v.picklist(IDLE_LOCK_MINUTES),
  /** 编纂单位 on the cover of a yearbook. */
  editor: v.pipe(v.string(), v.maxLength(100)),
  yearbookTitle: v.pipe(v.string(), v.maxLength(100)),
  /** Column order, widths, sorting and visibility by ledger, as the grid reports them. */
  ledgerColumns: v.record(v.string(), v.pipe(columnStateSchema, v.maxLength(100))),
});
export type Settings = v.InferOutput<typeof settingsSchema>;

const DEFAULTS: Settings = {
  theme: 'system',
  operator: '',
  operators: [],
  readOnly: false,
  idleLockMinutes: 10,
  editor: '',
  yearbookTitle: '',
  ledgerColumns: {},
};

/**
 * Settings from a file, which another version may have written or a person edited: each setting that is not valid
 * stands at its default, the others keep their values.
 */
export function readStoredSettings(stored: unknown): Settings {
  const given: Readonly<Record<string, unknown>> = typeof stored === 'object' && stored !== null ? { ...stored } : {};
  const valid = Object.entries(settingsSchema.entries).flatMap(([name, schema]) => {
    const parsed = v.safeParse(schema, given[name]);
    return parsed.success ? [[name, parsed.output] as const] : [];
  });
  return { ...DEFAULTS, ...Object.fromEntries(valid) };
}
