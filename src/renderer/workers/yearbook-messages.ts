import type { Entry } from '#domain/records/archive-record';
import type { Unit } from '#domain/records/unit';
import type { ChapterCounts } from '#domain/yearbook/compose-yearbook';
import type { YearbookOptions } from '#domain/yearbook/yearbook-options';
import type { JobReply } from './job-reply.ts';

/** What the window asks of the yearbook worker. To cancel, it terminates the worker. */
export type YearbookRequest = {
  readonly type: 'start';
  readonly entries: readonly Entry[];
  /** The units whose official names are printed. */
  readonly units: readonly Unit[];
  readonly options: YearbookOptions;
};

export type YearbookStage = 'compose' | 'render' | 'pack';

export type ProducedYearbook = {
  /** The .docx file; its buffer is transferred. */
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly entries: number;
  readonly perChapter: ChapterCounts;
  readonly omittedUndated: number;
};

export type YearbookJobKind = {
  readonly request: YearbookRequest;
  readonly stage: YearbookStage;
  readonly done: ProducedYearbook;
};
export type YearbookReply = JobReply<YearbookJobKind>;
