import { FINDABLE_KINDS } from '#domain/records/record-base';
import { refuse, succeed, type Result } from '#domain/result';
import { formatSearchExpression } from '#domain/search/query/format-search-expression';
import { parseSearchText, type ParsedSearch } from '#domain/search/query/parse-search-text';
import type { QueryContext } from '#domain/search/query/query-context';
import type { NearMatches } from '#domain/search/near-matches';
import type { SearchHit } from '#domain/search/search-hit';
import { readAuthorityRecords } from '#storage/read-authorities';
import { dropSearchIndex } from '#storage/search-index-store';
import type { Command } from '#contract/archive-contract';
import { openLiveSearch, type LiveSearch } from '../../archive/live-search.ts';
import { createQueryContext } from '../../archive/query-context.ts';
import { QUERY_PROBLEMS } from '../../archive/query-problem-messages.ts';
import type { FoundRecords, SearchQuestion } from '../../workers/search-messages.ts';
import { optionText, readKind, readYear, type CommandDefinition, type Refusal } from './command.ts';
import { messages } from './messages.ts';

const DEFAULT_LIMIT = 50;
const MOST_HITS = 1000;

/** Answers one search, or with --from each line of a file as a search of its own. */
export const search: CommandDefinition = {
  options: ['kind', 'year', 'limit', 'from'],
  switches: ['explain', 'facets', 'exact'],
  arguments: 1,
  run: async (command, { archive }) => {
    const wanted = readQuestion(command);
    if (!wanted.ok) return wanted;
    const context = createQueryContext((await readAuthorityRecords(archive.database)).units);
    const live = openLiveSearch(archive.database);
    // An index that had to be made anew is there for the next command.
    if ((await live.ready()) === 'made') await live.keep();
    const ask = (text: string) => askOne(live, text, context, wanted.value);
    if (command.input === null) {
      const answer = await ask(command.arguments[0] ?? '');
      return succeed({ json: { ok: true, ...answer.json }, text: answer.text });
    }
    const answers: Asked[] = [];
    // One after the other: each is to be timed alone.
    for (const line of linesOf(command.input)) answers.push(await ask(line));
    return succeed({
      json: { ok: true, answers: answers.map(({ json }) => json) },
      text: answers.map(({ query, text }) => `${query}\n${text}`).join('\n\n'),
    });
  },
};

/** Makes the search index anew from the records and stores it. */
export const reindex: CommandDefinition = {
  options: [],
  arguments: 0,
  run: async (_command, { archive }) => {
    await dropSearchIndex();
    const start = performance.now();
    const live = openLiveSearch(archive.database);
    await live.ready();
    const tookMs = roundMs(performance.now() - start);
    const isKept = await live.keep();
    const { documents, indexBytes, textBytes } = await live.stats();
    return succeed({
      json: { ok: true, documents, indexBytes, textBytes, tookMs, kept: isKept },
      text: messages.reindexed(documents, String(tookMs), isKept),
    });
  },
};

type Wanted = Pick<SearchQuestion, 'kinds' | 'years' | 'limit' | 'isExactOnly' | 'withFacets'> & {
  readonly isExplained: boolean;
};

function readQuestion(command: Command): Result<Wanted, Refusal> {
  const hasText = command.arguments[0] !== undefined;
  if (!hasText && command.input === null) {
    return refuse({ code: 'bad-argument', message: messages.argumentRequired('要查找的文字'), where: 'TEXT' });
  }
  if (hasText && command.input !== null) {
    return refuse({ code: 'bad-option', message: messages.searchTwice, where: '--from' });
  }
  const kind = readKind(command, FINDABLE_KINDS);
  if (!kind.ok) return kind;
  const year = readYear(command);
  if (!year.ok) return year;
  const limit = readLimit(command);
  if (!limit.ok) return limit;
  return succeed({
    limit: limit.value,
    ...(kind.value === null ? {} : { kinds: [kind.value] }),
    ...(year.value === null ? {} : { years: [{ from: year.value, to: year.value }] }),
    isExactOnly: command.options['exact'] === true,
    withFacets: command.options['facets'] === true,
    isExplained: command.options['explain'] === true,
  });
}

type Asked = { readonly query: string; readonly json: object; readonly text: string };

async function askOne(live: LiveSearch, query: string, context: QueryContext, wanted: Wanted): Promise<Asked> {
  const parsed = parseSearchText(query, context);
  const { isExplained, ...question } = wanted;
  const found = await live.search({ ...question, expression: parsed.expression, withNear: true });
  const problems = parsed.problems.map(({ code, start, end }) => ({ code, start, end, message: QUERY_PROBLEMS[code] }));
  const tookMs = roundMs(found.tookMs);
  const read = isExplained ? formatSearchExpression(parsed.expression, context) : null;
  return {
    query,
    json: {
      query,
      total: found.total,
      exactTotal: found.exactTotal,
      tookMs,
      hits: found.hits.map((hit) => toJson(hit, isExplained)),
      ...(found.near === null ? {} : { near: nearToJson(found.near, isExplained) }),
      ...(problems.length > 0 ? { problems } : {}),
      ...(question.withFacets === true ? { facets: found.facets } : {}),
      ...(read === null ? {} : { read, expression: parsed.expression }),
    },
    text: inWords(found, parsed, tookMs, read),
  };
}

function toJson(hit: SearchHit, isExplained: boolean): object {
  const { kind, id, title, date, units, snippet, score, isExact, isPinyin, reasons } = hit;
  const told = { kind, id, title, date, units, snippet: snippet.text };
  return isExplained ? { ...told, score, isExact, isPinyin, reasons } : told;
}

/** Nothing of it is among the hits: it is what is found if something has been typed wrongly. */
function nearToJson({ total, corrections, hits }: NearMatches, isExplained: boolean): object {
  return { total, corrections, hits: hits.map((hit) => toJson(hit, isExplained)) };
}

function inWords(found: FoundRecords, { problems }: ParsedSearch, tookMs: number, read: string | null): string {
  return [
    ...(read === null ? [] : [messages.readAs(read)]),
    ...problems.map(({ code }) => QUERY_PROBLEMS[code]),
    ...found.hits.map(hitInWords),
    messages.found(found.total, found.hits.length, String(tookMs)),
    ...(found.near === null ? [] : nearInWords(found.near)),
  ].join('\n');
}

function nearInWords({ total, hits, corrections }: NearMatches): readonly string[] {
  return [messages.near(total, hits.length), ...corrections.map(messages.correction), ...hits.map(hitInWords)];
}

function hitInWords({ title, date, units, snippet }: SearchHit): string {
  return `${title}  ${date?.raw ?? ''}  ${units.join('、')}\n    ${snippet.text}`;
}

/** Each line is a search; empty ones are none. */
function linesOf(input: string): readonly string[] {
  return input.split(/\r?\n/).filter((line) => line.trim() !== '');
}

function roundMs(value: number): number {
  return Math.round(value * 1000) / 1000;
}

function readLimit(command: Command): Result<number, Refusal> {
  const value = optionText(command, 'limit');
  if (value === null) return succeed(DEFAULT_LIMIT);
  const limit = /^\d{1,4}$/.test(value) ? Number(value) : 0;
  if (limit >= 1 && limit <= MOST_HITS) return succeed(limit);
  return refuse({ code: 'bad-limit', message: messages.badLimit(value), where: '--limit' });
}
