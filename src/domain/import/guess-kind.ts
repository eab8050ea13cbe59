import { ENTRY_KINDS, type EntryKind } from '../records/record-base.ts';
import type { KindReason } from './book-reading.ts';
import { kindsIn } from './context-words.ts';
import { containedMeanings, headerMeanings } from './header-words.ts';
import type { RawColumn } from './map-columns.ts';

type Names = { readonly sheet: string; readonly file: string; readonly banners: readonly string[] };
type Guess = { readonly kind: EntryKind; readonly confidence: number; readonly reasons: readonly KindReason[] };

type Vote = KindReason & { readonly weight: number };
const WEIGHTS = { header: 1, banner: 1.5, 'sheet-name': 1.5, 'file-name': 0.7, contents: 1.2 } as const;
/** So much speaks for a kind that it is sure when nothing speaks against it. */
const ENOUGH = 2.5;

/** Which kind of record a table lists, by its headings, its names and its contents; of equals, an honour. */
export function guessKind(columns: readonly RawColumn[], names: Names): Guess {
  const votes: readonly Vote[] = [
    ...columns.flatMap(headerVotes),
    ...names.banners.flatMap((text) => nameVotes('banner', text)),
    ...nameVotes('sheet-name', names.sheet),
    ...nameVotes('file-name', names.file),
    ...contentVotes(columns),
  ];
  const scores = ENTRY_KINDS.map((kind) => ({
    kind,
    score: votes.reduce((sum, vote) => (vote.kind === kind ? sum + vote.weight : sum), 0),
  })).toSorted((a, b) => b.score - a.score);
  const { kind, score } = scores[0] ?? { kind: 'honor' as const, score: 0 };
  const total = scores.reduce((sum, each) => sum + each.score, 0);
  const confidence = total === 0 ? 0.2 : (score / total) * (0.5 + 0.5 * Math.min(1, score / ENOUGH));
  const reasons = votes
    .filter((vote) => vote.kind === kind)
    .map(({ code, kind: of, value }): KindReason => ({ code, kind: of, value }));
  return { kind, confidence: Math.round(confidence * 100) / 100, reasons };
}

/** A heading that one kind of ledger has speaks for it; one that all have speaks for none. */
function headerVotes({ headerText, headings }: RawColumn): readonly Vote[] {
  if (headerText === '') return [];
  const texts = headings.length > 1 ? [headerText, ...headings] : [headerText];
  const meanings = texts.map(headerMeanings).find((each) => each.length > 0) ?? containedMeanings(headerText);
  const kinds = new Set(meanings.map(({ kind }) => kind));
  if (kinds.size === 0 || kinds.size === ENTRY_KINDS.length) return [];
  return [...kinds].map((kind) => {
    const strength = Math.max(...meanings.filter((each) => each.kind === kind).map((each) => each.strength));
    return { code: 'header', kind, value: headerText, weight: (WEIGHTS.header * strength) / kinds.size };
  });
}

function nameVotes(code: 'banner' | 'sheet-name' | 'file-name', text: string): readonly Vote[] {
  const kinds = kindsIn(text);
  return kinds.map((kind) => ({ code, kind, value: text, weight: WEIGHTS[code] / kinds.length }));
}

function contentVotes(columns: readonly RawColumn[]): readonly Vote[] {
  const most = (share: (column: RawColumn) => number) => Math.max(0, ...columns.map(share));
  const plans = most(({ profile }) => profile.planTitles);
  const honors = most(({ profile }) => Math.max(profile.shares.level, profile.honorTitles));
  const vote = (kind: EntryKind, share: number): readonly Vote[] =>
    share < 0.3 ? [] : [{ code: 'contents', kind, value: share.toFixed(2), weight: WEIGHTS.contents * share }];
  return [...vote('plan', plans), ...vote('honor', honors)];
}
