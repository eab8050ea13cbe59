import { FINDABLE_KINDS } from '#domain/records/record-base';
import { refuse, succeed, type Result } from '#domain/result';
import { readPlainQuery } from '#domain/search/plain-query';
import type { Command } from '#contract/archive-contract';
import { createLiveCorpus } from '../../archive/live-corpus.ts';
import { openLiveRecords } from '../../archive/live-records.ts';
import { optionText, readKind, readYear, type CommandDefinition, type Refusal } from './command.ts';
import { messages } from './messages.ts';

const DEFAULT_LIMIT = 50;
const MOST_HITS = 1000;

export const search: CommandDefinition = {
  options: ['kind', 'year', 'limit'],
  arguments: 1,
  run: async (command, { archive }) => {
    const text = command.arguments[0];
    if (text === undefined) {
      return refuse({ code: 'bad-argument', message: messages.argumentRequired('要查找的文字'), where: 'TEXT' });
    }
    const kind = readKind(command, FINDABLE_KINDS);
    if (!kind.ok) return kind;
    const year = readYear(command);
    if (!year.ok) return year;
    const limit = readLimit(command);
    if (!limit.ok) return limit;

    const corpus = createLiveCorpus(await openLiveRecords(archive.database)).snapshot();
    // The corpus builds its rows at the first search; a window has done so long before anybody types.
    corpus.search({ expression: readPlainQuery(''), limit: 0 });
    const start = performance.now();
    const found = corpus.search({
      expression: readPlainQuery(text),
      limit: limit.value,
      ...(kind.value === null ? {} : { kinds: [kind.value] }),
      ...(year.value === null ? {} : { year: year.value }),
    });
    const tookMs = Math.round((performance.now() - start) * 1000) / 1000;
    const hits = found.hits.map(({ kind: hitKind, id, title, date, units, snippet }) => ({
      kind: hitKind,
      id,
      title,
      date,
      units,
      snippet: snippet.text,
    }));
    const lines = hits.map(
      (hit) => `${hit.title}  ${hit.date?.raw ?? ''}  ${hit.units.join('、')}\n    ${hit.snippet}`,
    );
    return succeed({
      json: { ok: true, total: found.total, tookMs, hits },
      text: [...lines, messages.found(found.total, hits.length, String(tookMs))].join('\n'),
    });
  },
};

function readLimit(command: Command): Result<number, Refusal> {
  const value = optionText(command, 'limit');
  if (value === null) return succeed(DEFAULT_LIMIT);
  const limit = /^\d{1,4}$/.test(value) ? Number(value) : 0;
  if (limit >= 1 && limit <= MOST_HITS) return succeed(limit);
  return refuse({ code: 'bad-limit', message: messages.badLimit(value), where: '--limit' });
}
