import { MAX_TOKEN_CHARACTERS } from './read-limits.ts';
import { ReadStopped } from './read-problem.ts';

/** What is told of markup, in order. Names are without their prefix, text and attributes still escaped. */
export type MarkupSink = {
  readonly open: (name: string, attributes: string, isEmpty: boolean) => void;
  readonly close: (name: string) => void;
  readonly text: (raw: string) => void;
};

export type MarkupScanner = {
  readonly push: (chunk: string) => void;
  /** @throws ReadStopped when a tag was begun and not ended */
  readonly end: () => void;
};

const QUOTE = 0x22;
const APOSTROPHE = 0x27;
const GREATER = 0x3e;
const SLASH = 0x2f;
/** Blanks, tabs and line breaks are at or below it, and nothing that a name can have. */
const BLANK = 0x20;

/**
 * Tells tags and text of XML or HTML as it comes, without building anything: a million blank rows cost no memory. It is
 * no validating parser. In 'xml' a document type or entity is refused; in 'html' it is passed over.
 */
export function scanMarkup(sink: MarkupSink, language: 'xml' | 'html'): MarkupScanner {
  let rest = '';
  return {
    push(chunk) {
      const source = rest + chunk;
      rest = source.slice(consume(source, sink, language));
      if (rest.length > MAX_TOKEN_CHARACTERS) throw new ReadStopped({ code: 'damaged' });
    },
    end() {
      if (language === 'xml' && rest.trim() !== '') throw new ReadStopped({ code: 'damaged' });
      if (rest !== '' && !rest.startsWith('<')) sink.text(rest);
    },
  };
}

/** Tells all whole tokens and gives the place after the last one. */
function consume(source: string, sink: MarkupSink, language: 'xml' | 'html'): number {
  let place = 0;
  for (;;) {
    const start = source.indexOf('<', place);
    if (start === -1) return place;
    const end = tokenEnd(source, start);
    if (end === -1) return place;
    if (start > place) sink.text(source.slice(place, start));
    tellToken(source, start, end, sink, language);
    place = end;
  }
}

/** After the token that begins at `start`, or -1 when it is not all there. A `>` in a quoted value does not end a tag. */
function tokenEnd(source: string, start: number): number {
  // Half of all tags, and there is nothing quoted in them.
  if (source.charCodeAt(start + 1) === SLASH) return after(source, '>', start + 2);
  if (source.startsWith('<!--', start)) return after(source, '-->', start + 4);
  if (source.startsWith('<![CDATA[', start)) return after(source, ']]>', start + 9);
  // Too short to tell which of the two it is.
  if ('<![CDATA['.startsWith(source.slice(start, start + 9)) && source.length - start < 9) return -1;
  let quote = 0;
  for (let place = start + 1; place < source.length; place += 1) {
    const code = source.charCodeAt(place);
    if (quote !== 0) {
      if (code === quote) quote = 0;
    } else if (code === QUOTE || code === APOSTROPHE) quote = code;
    else if (code === GREATER) return place + 1;
  }
  return -1;
}

function after(source: string, mark: string, from: number): number {
  const found = source.indexOf(mark, from);
  return found === -1 ? -1 : found + mark.length;
}

function tellToken(source: string, start: number, end: number, sink: MarkupSink, language: 'xml' | 'html'): void {
  const second = source[start + 1];
  if (second === '/') {
    sink.close(localName(source.slice(start + 2, end - 1).trim()));
  } else if (second === '!' && source.startsWith('<![CDATA[', start)) {
    sink.text(source.slice(start + 9, end - 3).replaceAll('&', '&amp;'));
  } else if (second === '!' || second === '?') {
    if (language === 'xml' && second === '!' && !source.startsWith('<!--', start)) {
      throw new ReadStopped({ code: 'unsafe-markup' });
    }
  } else {
    const isEmpty = source.charCodeAt(end - 2) === SLASH;
    const last = isEmpty ? end - 2 : end - 1;
    const nameEnd = endOfName(source, start + 1, last);
    sink.open(localName(source.slice(start + 1, nameEnd)), source.slice(nameEnd, last), isEmpty);
  }
}

function endOfName(source: string, from: number, last: number): number {
  for (let place = from; place < last; place += 1) if (source.charCodeAt(place) <= BLANK) return place;
  return last;
}

function localName(name: string): string {
  const colon = name.indexOf(':');
  return colon === -1 ? name : name.slice(colon + 1);
}

const ATTRIBUTES = new Map<string, RegExp>();

/** The value of an attribute, whatever its prefix, unescaped; null when it is not there. */
export function attribute(attributes: string, name: string): string | null {
  // The usual spelling, found without a pattern: a sheet has millions of them.
  const opening = ` ${name}="`;
  const place = attributes.indexOf(opening);
  if (place !== -1) {
    const start = place + opening.length;
    return unescapeMarkup(attributes.slice(start, attributes.indexOf('"', start)));
  }
  if (!attributes.includes('=')) return null;
  let pattern = ATTRIBUTES.get(name);
  if (pattern === undefined) {
    pattern = new RegExp(String.raw`(?:^|[\s:])${name}\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))`, 'i');
    ATTRIBUTES.set(name, pattern);
  }
  const match = pattern.exec(attributes);
  return match === null ? null : unescapeMarkup(match[1] ?? match[2] ?? match[3] ?? '');
}

const NAMED = new Map([
  ['lt', '<'],
  ['gt', '>'],
  ['amp', '&'],
  ['quot', '"'],
  ['apos', "'"],
  ['nbsp', '\u00A0'],
  ['ensp', '\u2002'],
  ['emsp', '\u2003'],
  ['middot', '·'],
  ['mdash', '—'],
  ['ndash', '–'],
  ['ldquo', '“'],
  ['rdquo', '”'],
  ['hellip', '…'],
  ['times', '×'],
]);
const REFERENCE = /&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|(\w{1,16}));/g;

/** Text with its character references resolved. One that nobody knows stays as it is written. */
export function unescapeMarkup(raw: string): string {
  if (!raw.includes('&')) return raw;
  return raw.replace(REFERENCE, (whole: string, decimal?: string, hex?: string, name?: string) => {
    if (name !== undefined) return NAMED.get(name) ?? whole;
    const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number.parseInt(decimal, 10);
    return code <= 0x10_ff_ff ? String.fromCodePoint(code) : '';
  });
}
