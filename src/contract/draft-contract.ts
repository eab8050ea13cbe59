import * as v from 'valibot';
import { failure, success, WRITE_FAILURES } from './contract-shapes.ts';

const LONGEST_DRAFT = 2 * 1024 * 1024;

const draftKey = v.pipe(v.string(), v.regex(/^[A-Za-z0-9][A-Za-z0-9:._-]{0,199}$/));
const kept = v.union([success({}), failure(WRITE_FAILURES)]);

/** What has been typed and not saved, so that a crash does not take it. Main stores the text and never looks inside. */
export const draftChannels = {
  'drafts:keep': {
    request: v.object({
      key: draftKey,
      text: v.pipe(v.string(), v.maxLength(LONGEST_DRAFT), v.check(isJson, 'no JSON')),
    }),
    response: kept,
  },
  'drafts:drop': { request: v.object({ key: draftKey }), response: kept },
  /** The latest first. */
  'drafts:list': {
    request: v.null(),
    response: v.array(
      v.object({
        key: v.string(),
        at: v.string(),
        text: v.string(),
        /** Another window that is still open kept it last: it is being typed, not left behind. */
        inOtherWindow: v.boolean(),
      }),
    ),
  },
} as const;

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
