import { createSearchEngine, loadSearchEngine, type SearchQuery } from '#domain/search/search-engine';
import type { SearchReplies, SearchReply, SearchRequest, SearchTask } from './search-messages.ts';

let engine = createSearchEngine();

/** The first searches of a worker are slow, because the code has not run yet. */
const REHEARSED: readonly SearchQuery[] = ['的', '机关', '先进集体', '2023'].map((text) => ({
  expression: { type: 'text', text, isPhrase: false },
  limit: 10,
}));

self.addEventListener('message', ({ data }: MessageEvent<SearchRequest>) => {
  const reply = answer(data);
  const message: SearchReply = { id: data.id, reply };
  self.postMessage(message, { transfer: transferOf(reply) });
});

function answer(task: SearchTask): SearchReplies[keyof SearchReplies] {
  switch (task.type) {
    case 'load': {
      const loaded = loadSearchEngine(task.saved);
      if (!loaded.ok) return { problem: loaded.error };
      ({ engine } = loaded.value);
      return { sequence: loaded.value.sequence };
    }
    case 'put':
      for (const record of task.records) engine.put(record);
      return null;
    case 'prepare':
      engine.compact();
      for (const question of REHEARSED) engine.search(question);
      return null;
    case 'search': {
      const { withIds = false, ...query } = task.question;
      const start = performance.now();
      const { ids, ...found } = engine.search(query);
      const tookMs = performance.now() - start;
      return { ...found, ids: withIds ? [...ids()] : [], tookMs };
    }
    case 'save':
      return engine.save(task.sequence);
    case 'stats':
      return engine.stats();
  }
}

function transferOf(reply: SearchReplies[keyof SearchReplies]): Transferable[] {
  return reply && 'buffers' in reply ? [...reply.buffers] : [];
}
