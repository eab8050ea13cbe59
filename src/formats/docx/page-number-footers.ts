import { Footer, PageNumber, Paragraph, TextRun } from 'docx';
import { TEXT_STYLES } from './text-styles.ts';

/** GB/T 9704-2012, 7.5: — 1 —, one character in from the outer edge. */
export function pageNumberFooters(): { readonly default: Footer; readonly even: Footer } {
  return { default: pageNumberFooter(TEXT_STYLES.footerOdd.id), even: pageNumberFooter(TEXT_STYLES.footerEven.id) };
}

function pageNumberFooter(style: string): Footer {
  return new Footer({ children: [new Paragraph({ style, children: [pageNumberRun()] })] });
}

export function pageNumberRun(): TextRun {
  return new TextRun({ font: { hint: 'eastAsia' }, children: ['— ', PageNumber.CURRENT, ' —'] });
}
