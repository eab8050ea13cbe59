import type { CharReadings } from '#domain/pinyin/name-table';
import { loadCharReadings } from '#domain/pinyin/pinyin-readings';
import { mayBePinyin } from '#domain/search/may-be-pinyin';
import { splitBuffers, type SavedSearch } from '#domain/search/saved-search';
import { createSearchEngine, loadSearchEngine, type SearchQuery } from '#domain/search/search-engine';
import type { SearchReplies, SearchReply, SearchRequest, SearchTask } from './search-messages.ts';

let engine = createSearchEngine();

/** The first searches of a worker are slow, because the code has not run yet. */
const REHEARSED: readonly SearchQuery[] = ['的', '机关', '先进集体', '2023'].map((text) => ({
  expression: { type: 'text', text, isPhrase: false },
  limit: 10,
}));

/** What is asked is answered in the order in which it is asked, even where an answer waits for the dictionary. */
let answered = Promise.resolve();

self.addEventListener('message', ({ data }: MessageEvent<SearchRequest>) => {
  answered = answered.then(() => replyTo(data)).catch(breakDown);
});

async function replyTo(request: SearchRequest): Promise<void> {
  if (request.type === 'search' && needsReadings(request.question)) await learnReadings();
  const reply = request.type === 'load' ? await load(request.saved) : answer(request);
  self.postMessage({ id: request.id, reply } satisfies SearchReply);
  tidyUp();
  // The dictionary is large: by the time that somebody types pinyin, it is there.
  if (request.type === 'prepare') void learnReadings();
}

let isLoaded = false;
let isPrepared = false;
let isTidying = false;

/**
 * Puts the index in order step by step; whatever is asked in between is answered in between. Not as long as an archive
 * is being read for the first time: once it is there, that is done at once.
 */
function tidyUp(): void {
  if (isTidying || !isPrepared) return;
  isTidying = true;
  const step = () => {
    isTidying = engine.tidy();
    if (isTidying) setTimeout(step);
  };
  setTimeout(step);
}

function breakDown(error: unknown): void {
  // Whoever started the worker hears of what is thrown, but not of a promise that is rejected.
  setTimeout(() => {
    throw error;
  });
}

let readings: CharReadings | null = null;

/** Without the dictionary everything is still found by its text; whoever asks next tries again. */
async function learnReadings(): Promise<void> {
  if (readings !== null) return;
  try {
    readings = await loadCharReadings();
    engine.setReadings(readings);
  } catch {
    readings = null;
  }
}

/** The first search by pinyin of a fresh worker waits for the dictionary; all others do not need it. */
function needsReadings({ expression, isExactOnly = false, withNear = false }: SearchQuery): boolean {
  return !isExactOnly && (withNear || mayBePinyin(expression));
}

async function load({ header, buffers }: SavedSearch<Blob>): Promise<SearchReplies['load']> {
  const bytes = await buffers.arrayBuffer().catch(() => null);
  if (bytes === null) return { problem: 'unreadable' };
  const loaded = loadSearchEngine({ header, buffers: splitBuffers(header, bytes) });
  if (!loaded.ok) return { problem: loaded.error };
  ({ engine } = loaded.value);
  isLoaded = true;
  if (readings !== null) engine.setReadings(readings);
  return { sequence: loaded.value.sequence };
}

function answer(task: Exclude<SearchTask, { type: 'load' }>): SearchReplies[keyof SearchReplies] {
  switch (task.type) {
    case 'put':
      for (const record of task.records) engine.put(record);
      return null;
    case 'prepare':
      // The few changes that an index that was stored lacks are no reason to let anybody wait.
      if (!isLoaded) engine.compact();
      isPrepared = true;
      for (const question of REHEARSED) engine.search(question);
      return null;
    case 'search': {
      const { withIds = false, ...query } = task.question;
      const start = performance.now();
      const { ids, ...found } = engine.search(query);
      const tookMs = performance.now() - start;
      return { ...found, ids: withIds ? [...ids()] : [], tookMs };
    }
    case 'save': {
      const { header, buffers } = engine.save(task.sequence);
      // Bytes that the window hands over to the database without looking at them: it would stand still for 0.1 s.
      return { header, buffers: new Blob([...buffers]) };
    }
    case 'stats':
      return engine.stats();
  }
}
