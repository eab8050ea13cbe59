const DIGITS = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九'] as const;

/** An ordinal of headings in Chinese numerals, 1 to 99: 一, 十, 十二, 二十, 二十一. */
export function chineseNumber(value: number): string {
  if (!Number.isInteger(value) || value < 1 || value > 99) throw new RangeError(`no heading numeral for ${value}`);
  const tens = Math.floor(value / 10);
  const head = tens === 0 ? '' : tens === 1 ? '十' : `${DIGITS[tens]}十`;
  return `${head}${DIGITS[value % 10]}`;
}
