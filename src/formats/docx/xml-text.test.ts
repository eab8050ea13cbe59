import { describe, expect, it } from 'vitest';
import { escapedXmlText, xmlText } from './xml-text.ts';

describe('text for an XML file', () => {
  it('keeps rare characters, line breaks and emoji', () => {
    expect(xmlText('𠮷林𬭎声\n🏅')).toBe('𠮷林𬭎声\n🏅');
  });

  it.each([
    ['U+FFFE', '\uFFFE'],
    ['U+FFFF', '\uFFFF'],
    ['U+0007', '\u0007'],
    ['U+D842', '\uD842'],
  ])('refuses %s, which would make the file unreadable', (name, character) => {
    expect(() => xmlText(`荣誉${character}`)).toThrow(name);
  });

  it('is escaped where it stands in markup', () => {
    expect(escapedXmlText('<"&">')).toBe('&lt;&quot;&amp;&quot;&gt;');
  });
});
