import { matchFileNames } from '#domain/attachments/match-file-names';
import type { MatchReply, MatchRequest } from './match-messages.ts';

self.addEventListener('message', ({ data }: MessageEvent<MatchRequest>) => {
  const reply: MatchReply = { matches: matchFileNames(data.fileNames, data.records) };
  self.postMessage(reply);
});
