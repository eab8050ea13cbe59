import { describe, expect, it } from 'vitest';
import { fontTable } from './font-table.ts';
import { styleSheet } from './style-sheet.ts';

function styleOf(id: string): string {
  return new RegExp(`<w:style [^>]*w:styleId="${id}">.*?</w:style>`).exec(styleSheet())?.[0] ?? '';
}

describe('the styles of GB/T 9704-2012', () => {
  it('set body text in 3号 仿宋 on exact lines, 28 characters a line, two of them indented', () => {
    const body = styleOf('Normal');
    expect(body).toContain('w:eastAsia="仿宋_GB2312"');
    expect(body).toContain('w:line="579" w:lineRule="exact"');
    expect(body).toContain('<w:spacing w:val="-5"/><w:sz w:val="32"/>');
    expect(body).toContain('w:firstLine="630"');
  });

  it.each([
    ['Title', '方正小标宋简体', 44],
    ['Heading1', '黑体', 32],
    ['Heading2', '楷体_GB2312', 32],
    ['Heading3', '仿宋_GB2312', 32],
    ['FooterOdd', '宋体', 28],
  ])('set %s in %s', (id, font, halfPoints) => {
    expect(styleOf(id)).toContain(`w:eastAsia="${font}"`);
    expect(styleOf(id)).toContain(`<w:sz w:val="${halfPoints}"/>`);
  });

  it('keep headings and notes with what follows', () => {
    for (const id of ['Heading1', 'Heading2', 'Heading3', 'TableHeader', 'Note']) {
      expect(styleOf(id)).toContain('<w:keepNext w:val="1"/>');
    }
  });

  it('name a font that may stand in for each that may be missing', () => {
    expect(fontTable()).toContain('<w:font w:name="仿宋_GB2312"><w:altName w:val="仿宋"/>');
    expect(fontTable()).toContain('<w:font w:name="方正小标宋简体"><w:altName w:val="华文中宋"/>');
  });
});
