import { describe, expect, it } from 'vitest';
import { attribute, scanMarkup, unescapeMarkup } from './markup.ts';

function told(pieces: readonly string[], language: 'xml' | 'html' = 'xml'): string {
  const heard: string[] = [];
  const scanner = scanMarkup(
    {
      open: (name, attributes, isEmpty) => heard.push(`<${name}${attributes.trimEnd()}${isEmpty ? '/' : ''}>`),
      close: (name) => heard.push(`</${name}>`),
      text: (raw) => heard.push(raw),
    },
    language,
  );
  for (const piece of pieces) scanner.push(piece);
  scanner.end();
  return heard.join('');
}

const XML = `<?xml version="1.0"?><!-- <x> --><a b="1>2" c='"'><x:d/>甲&lt;<![CDATA[<乙>&amp;]]></a\n>`;
const TOLD = `<a b="1>2" c='"'><d/>甲&lt;<乙>&amp;amp;</a>`;

describe('markup', () => {
  it('is told tag by tag, without prefixes and what is no content', () => {
    expect(told([XML])).toBe(TOLD);
  });

  it('is told alike wherever it is cut into pieces', () => {
    for (let place = 1; place < XML.length; place += 1) {
      expect(told([XML.slice(0, place), XML.slice(place)])).toBe(TOLD);
    }
    expect(told(XML.split(''))).toBe(TOLD);
  });

  it.each(['<!DOCTYPE a>', '<!ENTITY a "b">', '<a/><!doctype a [<!ENTITY b "c">]>'])('%s ends the reading', (text) => {
    expect(() => told([text])).toThrow('unsafe-markup');
    expect(() => told([text], 'html')).not.toThrow();
  });

  it('that ends within a tag is damaged', () => {
    expect(() => told(['<a><b c="'])).toThrow('damaged');
  });
});

it.each([
  [' r="A1" s="3"', 's', '3'],
  [" r='A1'", 'r', 'A1'],
  [' sheetId="1" r:id="rId2"', 'id', 'rId2'],
  ['\n\tr = "A&amp;1"', 'r', 'A&1'],
  [' colspan=2 x', 'colspan', '2'],
  [' spans="1:2"', 's', null],
])('of the attributes %j, %s is %j', (attributes, name, value) => {
  expect(attribute(attributes, name)).toBe(value);
});

it('references are resolved, and what nobody knows stays', () => {
  expect(unescapeMarkup('&lt;&#30002;&#x7532;&amp;lt;&unknown;&#x110000;& &#x1F600;')).toBe('<甲甲&lt;&unknown;& 😀');
});
