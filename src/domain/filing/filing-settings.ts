import * as v from 'valibot';
import { cleanText } from '../text/clean-text.ts';
import { isFondsNumber, textSegmentProblem } from './file-code.ts';
import { NUMBER_WIDTHS } from './file-code-segments.ts';
import { FILE_CODE_PRESETS, parseFileCodeTemplate, type FileCodeTemplate } from './file-code-template.ts';

const MOST_TEMPLATE = 200;

const settingText = v.pipe(
  v.string('not-text'),
  v.transform((text) => cleanText(text, 'single').text),
);
/** Codes are written in half-width capitals, whatever the input method typed. */
const codeText = v.pipe(
  settingText,
  v.transform((text) => text.normalize('NFKC').toUpperCase()),
);

/** How file codes are made. Messages of issues are problem codes. Everything has a default: `{}` is complete. */
export const filingSettingsSchema = v.pipe(
  v.strictObject({
    template: v.optional(v.pipe(settingText, v.maxLength(MOST_TEMPLATE, 'too-long')), FILE_CODE_PRESETS.hyphens),
    /** 全宗号. Empty until the archives have given one: no code can be issued before. */
    fonds: v.optional(
      v.pipe(
        codeText,
        v.check((text) => text === '' || isFondsNumber(text), 'bad-fonds'),
      ),
      '',
    ),
    /** 档案门类代码; WS is 文书. */
    category: v.optional(codeText, 'WS'),
    /** 机构 of items that name none. */
    department: v.optional(settingText, ''),
    /** Digits of 件号. */
    numberWidth: v.optional(
      v.pipe(
        v.number('bad-width'),
        v.integer('bad-width'),
        v.minValue(NUMBER_WIDTHS.least, 'bad-width'),
        v.maxValue(NUMBER_WIDTHS.most, 'bad-width'),
      ),
      NUMBER_WIDTHS.usual,
    ),
  }),
  v.readonly(),
  v.forward(
    v.check(
      (settings) => templateProblem(settings) === null,
      (issue) => templateProblem(issue.input) ?? 'bad-template',
    ),
    ['template'],
  ),
  v.forward(
    v.check(
      (settings) => textProblem(settings, 'category') === null,
      (issue) => textProblem(issue.input, 'category') ?? 'bad-character',
    ),
    ['category'],
  ),
  v.forward(
    v.check(
      (settings) => textProblem(settings, 'department') === null,
      (issue) => textProblem(issue.input, 'department') ?? 'bad-character',
    ),
    ['department'],
  ),
);
export type FilingSettings = v.InferOutput<typeof filingSettingsSchema>;

export const DEFAULT_FILING_SETTINGS: FilingSettings = v.parse(filingSettingsSchema, {});

/** The template of settings that the schema has passed. */
export function settingsTemplate(settings: Pick<FilingSettings, 'template' | 'numberWidth'>): FileCodeTemplate {
  const parsed = parseFileCodeTemplate(settings.template, settings.numberWidth);
  if (!parsed.ok) throw new Error(`settings hold a template that was never checked: ${settings.template}`);
  return parsed.value;
}

type Checked = {
  readonly template: string;
  readonly category: string;
  readonly department: string;
  readonly numberWidth: number;
};

function templateProblem({ template, numberWidth }: Checked): string | null {
  const parsed = parseFileCodeTemplate(template, numberWidth);
  return parsed.ok ? null : (parsed.error[0]?.code ?? null);
}

/** An empty text is no problem of the settings: it is one of the item that needs it. */
function textProblem(settings: Checked, field: 'category' | 'department'): string | null {
  const parsed = parseFileCodeTemplate(settings.template, settings.numberWidth);
  const problem = textSegmentProblem(parsed.ok ? parsed.value : { separators: [] }, settings[field]);
  return problem === 'required' ? null : problem;
}
