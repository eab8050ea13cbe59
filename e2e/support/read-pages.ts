import { execFile, spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);
const PROGRAMS = ['soffice', 'pdftotext'] as const;
const FONT_FINDER = 'fc-match';
const TIMES = /Times|Liberation Serif|Tinos/;
const missing = [
  ...PROGRAMS.filter((program) => spawnSync(program, ['-v'], { stdio: 'ignore' }).error !== undefined),
  // Digits of another width move the ends of lines, and with them pages.
  ...(TIMES.test(spawnSync(FONT_FINDER, ['Times New Roman'], { encoding: 'utf8' }).stdout ?? '')
    ? []
    : ['fonts-liberation']),
];
const inCi = (process.env['CI'] ?? '') !== '';

/** Where the programs are missing the layout is not looked at; CI has them, and there a missing one is a failure. */
export const canReadPages = missing.length === 0 || inCi;
export const whyNotHere = `The layout is checked with LibreOffice and poppler; not installed here: ${missing.join(', ')}.`;

export type PrintedPage = {
  readonly lines: readonly { readonly text: string }[];
  /** As printed at the foot between dashes; empty on a page without a number. */
  readonly number: string;
  /** At which edge the number stands. */
  readonly numberAt: 'left' | 'right' | null;
  /** The number of a page on its side: it stands turned beside the text, in the lower or upper half. */
  readonly turned: { readonly number: string; readonly at: 'above' | 'below' } | null;
};

type Word = { readonly text: string; readonly x: number; readonly y: number };

/** The pages of a Word file as LibreOffice prints them, without blanks within lines. */
export async function readPages(docx: string): Promise<readonly PrintedPage[]> {
  const folder = await mkdtemp(join(tmpdir(), 'rongdang-pages-'));
  try {
    // A profile of its own: LibreOffice refuses to run twice on one.
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`;
    await run('soffice', [profile, '--headless', '--convert-to', 'pdf', '--outdir', folder, docx], {
      timeout: 120_000,
    });
    const pdf = join(folder, basename(docx).replace(/\.docx$/, '.pdf'));
    const boxes = join(folder, 'pages.html');
    await run('pdftotext', ['-bbox', pdf, boxes]);
    const markup = await readFile(boxes, 'utf8');
    return [...markup.matchAll(/<page width="([\d.]+)" height="([\d.]+)"[^>]*>(.*?)<\/page>/gs)].map(
      ([, width = '', height = '', words = '']) => readPage(Number(width), Number(height), words),
    );
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function readPage(width: number, height: number, markup: string): PrintedPage {
  const words = [...markup.matchAll(/<word xMin="([\d.]+)"[^>]*yMax="([\d.]+)">(.*?)<\/word>/g)].map(
    ([, x = '', y = '', text = '']): Word => ({ text: unescaped(text), x: Number(x), y: Number(y) }),
  );
  const turned = turnedNumber(words, width, height);
  const rows = lineRows(words);
  const lines = rows.map((row) => ({ text: row.map(({ text }) => text).join('') }));
  const last = lines.at(-1)?.text ?? '';
  const number = /^—(\d+|[IVXLC]+)—$/.exec(last)?.[1];
  if (number === undefined) return { lines, number: '', numberAt: null, turned };
  const numberAt = (rows.at(-1)?.[0]?.x ?? 0) > width / 2 ? 'right' : 'left';
  return { lines: lines.slice(0, -1), number, numberAt, turned };
}

/** In points: the text of a page on its side begins further to the right. */
const BESIDE_TEXT = 50;

function turnedNumber(words: readonly Word[], width: number, height: number): PrintedPage['turned'] {
  const beside = words.filter(({ x }) => x < BESIDE_TEXT).toSorted((a, b) => a.y - b.y);
  const number = /^—(\d+)—$/.exec(beside.map(({ text }) => text).join(''))?.[1];
  if (width < height || number === undefined) return null;
  return { number, at: (beside[0]?.y ?? 0) > height / 2 ? 'below' : 'above' };
}

/** Words whose feet are nearly at the same height, from left to right. */
function lineRows(words: readonly Word[]): readonly (readonly Word[])[] {
  const rows: Word[][] = [];
  for (const word of words.toSorted((a, b) => a.y - b.y)) {
    const row = rows.at(-1);
    if (row?.[0] !== undefined && Math.abs(row[0].y - word.y) < 6) row.push(word);
    else rows.push([word]);
  }
  return rows.map((row) => row.toSorted((a, b) => a.x - b.x));
}

function unescaped(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');
}
