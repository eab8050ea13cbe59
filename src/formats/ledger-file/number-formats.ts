/**
 * Formats that a workbook names by number only (ECMA-376-1, 18.8.30), as Excel shows them on a Chinese system: 14 is
 * 2023/5/4, and 27 to 36 and 50 to 58 are the formats of zh-CN.
 */
const BUILT_IN = new Map<number, string>([
  [0, 'General'],
  [1, '0'],
  [2, '0.00'],
  [3, '#,##0'],
  [4, '#,##0.00'],
  [5, '"¥"#,##0;"¥"-#,##0'],
  [6, '"¥"#,##0;"¥"-#,##0'],
  [7, '"¥"#,##0.00;"¥"-#,##0.00'],
  [8, '"¥"#,##0.00;"¥"-#,##0.00'],
  [9, '0%'],
  [10, '0.00%'],
  [11, '0.00E+00'],
  [12, '# ?/?'],
  [13, '# ??/??'],
  [14, 'yyyy/m/d'],
  [15, 'd-mmm-yy'],
  [16, 'd-mmm'],
  [17, 'mmm-yy'],
  [18, 'h:mm AM/PM'],
  [19, 'h:mm:ss AM/PM'],
  [20, 'h:mm'],
  [21, 'h:mm:ss'],
  [22, 'yyyy/m/d h:mm'],
  [27, 'yyyy"年"m"月"'],
  [28, 'm"月"d"日"'],
  [29, 'm"月"d"日"'],
  [30, 'm-d-yy'],
  [31, 'yyyy"年"m"月"d"日"'],
  [32, 'h"时"mm"分"'],
  [33, 'h"时"mm"分"ss"秒"'],
  [34, 'h"时"mm"分"'],
  [35, 'h"时"mm"分"ss"秒"'],
  [36, 'yyyy"年"m"月"'],
  [37, '#,##0;-#,##0'],
  [38, '#,##0;-#,##0'],
  [39, '#,##0.00;-#,##0.00'],
  [40, '#,##0.00;-#,##0.00'],
  [41, '#,##0;-#,##0;"-"'],
  [42, '"¥"#,##0;"¥"-#,##0;"-"'],
  [43, '#,##0.00;-#,##0.00;"-"'],
  [44, '"¥"#,##0.00;"¥"-#,##0.00;"-"'],
  [45, 'mm:ss'],
  [46, '[h]:mm:ss'],
  [47, 'mm:ss.0'],
  [48, '##0.0E+0'],
  [49, '@'],
  [50, 'yyyy"年"m"月"'],
  [51, 'm"月"d"日"'],
  [52, 'yyyy"年"m"月"'],
  [53, 'm"月"d"日"'],
  [54, 'm"月"d"日"'],
  [55, 'h"时"mm"分"'],
  [56, 'h"时"mm"分"ss"秒"'],
  [57, 'yyyy"年"m"月"'],
  [58, 'm"月"d"日"'],
]);

/** The format of a number that the workbook does not define itself. */
export function builtInFormat(id: number): string {
  return BUILT_IN.get(id) ?? 'General';
}

/** Which parts of a moment a format shows. */
export type DateParts = {
  readonly year: boolean;
  readonly month: boolean;
  readonly day: boolean;
  readonly time: boolean;
  /** Year in four digits first, then month and day as numbers: nobody can misread it. */
  readonly isPlain: boolean;
};

const QUOTED = /"[^"]*"?|\\.|_.|\*./g;
const BRACKETED = /\[(?![hms]+\])[^\]]*\]/gi;
const DIGITS = /[#?@]|(?<!s\.?0*)0/i;
const TOKEN = /\[[hms]+\]|y+|m+|d+|h+|s+|e/gi;

/** What of a date a number format shows, or null when it shows a plain number. */
export function datePartsOf(format: string): DateParts | null {
  const section = format.replace(QUOTED, '').replace(BRACKETED, '').split(';', 1)[0] ?? '';
  const bare = section
    .replace(/e[+-]/gi, '#')
    .replace(/general/gi, '#')
    .replace(/am\/pm|a\/p/gi, '');
  if (DIGITS.test(bare)) return null;
  const tokens = (bare.match(TOKEN) ?? []).map((token) => token.toLowerCase());
  if (tokens.length === 0) return null;
  const kinds = tokens.map((token, index) => kindOf(token, tokens[index - 1], tokens[index + 1]));
  return {
    year: kinds.includes('year'),
    month: kinds.includes('month'),
    day: kinds.includes('day'),
    time: kinds.includes('time'),
    isPlain: /^year(?:,month(?:,day)?)?(?:,time)*$/.test(kinds.join(',')) && tokens.every(isNumeric),
  };
}

/** `m` is minutes beside hours and seconds, else months; ddd and dddd name a day of the week. */
function kindOf(token: string, before: string | undefined, after: string | undefined): string {
  if (token === 'e' || token.startsWith('y')) return 'year';
  if (token.startsWith('d')) return token.length > 2 ? 'weekday' : 'day';
  if (!token.startsWith('m')) return 'time';
  const isMinute = (before !== undefined && /^\[?h/.test(before)) || (after !== undefined && /^\[?s/.test(after));
  return isMinute && token.length < 3 ? 'time' : 'month';
}

function isNumeric(token: string): boolean {
  if (token === 'e') return false;
  return token.startsWith('y') ? token.length > 2 : token.length < 3;
}
