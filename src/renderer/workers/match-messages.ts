import type { FileNameMatch, MatchableRecord } from '#domain/attachments/match-file-names';

/** What the window asks of the matching worker. To cancel, it terminates the worker. */
export type MatchRequest = { readonly fileNames: readonly string[]; readonly records: readonly MatchableRecord[] };

export type MatchReply = { readonly matches: readonly FileNameMatch[] };
