import { useState } from 'react';
import { readYearbookTexts, yearbookScreen, type YearbookTexts } from '#domain/yearbook/yearbook-texts';
import { useSavedViews, useViewSaving } from '../../archive/use-saved-views.ts';
import { messages } from './messages.ts';

export type YearbookTextState = {
  readonly texts: YearbookTexts;
  readonly change: (changed: Partial<YearbookTexts>) => void;
  /** Keeps what was typed with the year; nothing happens when it is kept already. */
  readonly keep: () => Promise<void>;
};

/** What the office writes itself for the yearbook of a year. */
export function useYearbookTexts(year: number): YearbookTextState {
  const screen = yearbookScreen(year);
  const views = useSavedViews(screen);
  const save = useViewSaving(screen);
  const [typed, setTyped] = useState<{ readonly year: number; readonly texts: YearbookTexts } | null>(null);
  const kept = readYearbookTexts(views, year);
  const texts = typed?.year === year ? typed.texts : kept;
  return {
    texts,
    change: (changed) => setTyped({ year, texts: { ...texts, ...changed } }),
    keep: async () => {
      if (texts.special === kept.special && texts.overview === kept.overview) return;
      await save(messages.textsOf(year), JSON.stringify(texts), views[0] ?? null);
    },
  };
}
