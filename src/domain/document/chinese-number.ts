const DIGITS = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九'] as const;

/** The highest ordinal that is written so; thousands of headings are numbered in digits. */
export const HIGHEST_CHINESE_NUMBER = 999;

/** An ordinal of headings in Chinese numerals, 1 to 999: 一, 十, 十二, 二十一, 一百零一, 一百一十. */
export function chineseNumber(value: number): string {
  if (!Number.isInteger(value) || value < 1 || value > HIGHEST_CHINESE_NUMBER)
    throw new RangeError(`no heading numeral for ${value}`);
  const [hundreds, tens, ones] = [Math.floor(value / 100), Math.floor(value / 10) % 10, value % 10];
  const last = DIGITS[ones] ?? '';
  if (hundreds === 0) return tens === 0 ? last : `${tens === 1 ? '' : DIGITS[tens]}十${last}`;
  const head = `${DIGITS[hundreds]}百`;
  if (tens > 0) return `${head}${DIGITS[tens]}十${last}`;
  return ones > 0 ? `${head}零${last}` : head;
}
