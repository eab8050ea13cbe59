import { useCallback, useEffect, useRef, useState } from 'react';
import { useBeforeLock } from '../../archive/before-lock.ts';
import { dropDraft, keepDraft, type DraftContent } from '../../archive/drafts.ts';

/** A pause in typing after which it is kept, and the longest time that typing without a pause goes unkept. */
const PAUSE_MS = 1000;
const LONGEST_MS = 4000;

export type FormDraftKeeper = {
  /** Under what the content of this form is kept. */
  readonly key: string;
  /** Whether the last attempt to keep it failed. */
  readonly isFailing: boolean;
  /** Goes on under the key of another draft; what stood in the form until now stays as a draft of its own. */
  readonly takeOver: (key: string) => Promise<void>;
  /** Nothing is left to be kept: it was saved, or given up. */
  readonly finish: () => void;
};

/** Keeps what stands in a form while it differs from what is saved, so that a crash does not take it. */
export function useFormDraft(
  content: Omit<DraftContent, 'at'>,
  isChanged: boolean,
  now: () => string,
): FormDraftKeeper {
  const [key, setKey] = useState(() => `form:${crypto.randomUUID()}`);
  const [isFailing, setFailing] = useState(false);
  const latest = useRef({ key, content, isChanged });
  useEffect(() => {
    latest.current = { key, content, isChanged };
  });
  const isKept = useRef(false);
  const isOver = useRef(false);
  const keptAt = useRef(0);
  const { values } = content;
  const keptValues = useRef<unknown>(null);

  const keep = useCallback(async () => {
    if (isOver.current) return;
    isKept.current = true;
    keptAt.current = performance.now();
    keptValues.current = latest.current.content.values;
    const kept = await keepDraft(latest.current.key, { ...latest.current.content, at: now() });
    setFailing(!kept);
  }, [now]);
  const drop = useCallback(() => {
    if (isKept.current) void dropDraft(latest.current.key);
    isKept.current = false;
  }, []);

  useEffect(() => {
    if (isOver.current || keptValues.current === values) return undefined;
    if (!isChanged) {
      drop();
      return undefined;
    }
    if (keptAt.current === 0) keptAt.current = performance.now();
    const wait = Math.max(0, Math.min(PAUSE_MS, keptAt.current + LONGEST_MS - performance.now()));
    const timer = setTimeout(() => void keep(), wait);
    return () => clearTimeout(timer);
  }, [values, isChanged, keep, drop]);

  useBeforeLock(async () => {
    if (latest.current.isChanged) await keep();
  });

  // A screen that breaks takes its form with it without anybody having given it up.
  useEffect(
    () => () => {
      if (latest.current.isChanged) void keep();
    },
    [keep],
  );

  const takeOver = async (other: string) => {
    if (isChanged) await keep();
    isKept.current = true;
    setKey(other);
  };
  const finish = () => {
    drop();
    isOver.current = true;
  };
  return { key, isFailing, takeOver, finish };
}
