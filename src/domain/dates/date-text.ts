const CHINESE_DIGITS: Readonly<Record<string, string>> = {
  〇: '0',
  '○': '0',
  '◯': '0',
  零: '0',
  O: '0',
  o: '0',
  一: '1',
  二: '2',
  三: '3',
  四: '4',
  五: '5',
  六: '6',
  七: '7',
  八: '8',
  九: '9',
};

// A run may mix both kinds of digit, and a Latin O is often typed for 〇: 二O二三, 二0二三.
const NUMERAL_RUN = /[0-9〇○◯零Oo一二三四五六七八九十廿卅]+/g;
const CHINESE_NUMERAL = /[〇○◯零一二三四五六七八九十廿卅]/;
const TENS = /^([1-9]?)十([1-9]?)$/;

/** Replaces Chinese numerals by Arabic ones: 二〇二三 -> 2023, 三十一 -> 31, 廿三 -> 23. */
function arabicNumerals(text: string): string {
  return text.replace(NUMERAL_RUN, (run) => {
    if (!CHINESE_NUMERAL.test(run)) return run;
    const digits = run
      .replace(/廿/g, '2十')
      .replace(/卅/g, '3十')
      .replace(/[^0-9十]/g, (character) => CHINESE_DIGITS[character] ?? character);
    if (!digits.includes('十')) return digits;
    const tens = TENS.exec(digits);
    return tens === null ? run : String(Number(tens[1] || '1') * 10 + Number(tens[2] || '0'));
  });
}

/**
 * The typed date in one plain spelling, so that the rules that read it stay short: Arabic half-width digits, no blanks,
 * `.` `/` `-` between the parts of a date, `~` for what can only mean a range.
 */
export function simplifyDateText(input: string): string {
  const text = input.normalize('NFKC');
  return simplifyDashes(
    arabicNumerals(simplifyBlanks(text))
      .replace(/元月/g, '1月')
      .replace(/[。·・]/g, '.'),
  );
}

function simplifyBlanks(text: string): string {
  return (
    text
      .replace(/\s+/g, ' ')
      // A year whose digits are spread over the cell.
      .replace(/(?<!\d)(\d) (\d) (\d) (\d)(?= ?年)/g, '$1$2$3$4')
      // Joining "2023 5 4" would make another number of it.
      .replace(/(?<=\d) (?=\d)/g, '.')
      .replace(/ /g, '')
  );
}

function simplifyDashes(text: string): string {
  const marked = text
    .replace(/[‐‑−﹣]/g, '-')
    .replace(/[‒–―─]/g, '—')
    .replace(/--+|——+|[~〜∼至到]+/g, '~');
  // Beside hyphens a long dash sets two dates apart (2023-5—7); alone it may stand for a hyphen (2023—05—04).
  return marked.replace(/—/g, marked.includes('-') ? '~' : '-');
}
