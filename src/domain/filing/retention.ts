/** Retention periods (保管期限) of an organ's files since 2006, longest first (国家档案局令第8号; DA/T 22-2015, 5.2). */
export const RETENTIONS = ['永久', '30年', '10年'] as const;
export type Retention = (typeof RETENTIONS)[number];

/** How a period is written in a file code (DA/T 22-2015, 5.4): Y, and D for a fixed term (定期). */
export const RETENTION_CODES: Readonly<Record<Retention, string>> = { 永久: 'Y', '30年': 'D30', '10年': 'D10' };

/**
 * The period that a word or code of a ledger stands for: 永久, 定期30年, 30, D30. Null for 长期 and 短期, the periods before
 * 2006: which of today's they became was decided case by case.
 */
export function recogniseRetention(word: string): Retention | null {
  const plain = word.normalize('NFKC').replace(/\s+/g, '').toUpperCase().replace(/^定期/, '').replace(/年$/, '');
  return (
    RETENTIONS.find((retention) => plain === retention.replace(/年$/, '') || plain === RETENTION_CODES[retention]) ??
    null
  );
}

/** The period that a code stands for, exactly as it is written in file codes. */
export function retentionOfCode(code: string): Retention | null {
  return RETENTIONS.find((retention) => RETENTION_CODES[retention] === code) ?? null;
}
