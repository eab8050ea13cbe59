import { useEffect, useState } from 'react';
import type { NoPreview } from '../../workers/picture-messages.ts';
import { thumbnailOf } from './thumbnail-of.ts';

export type ShownThumbnail =
  | { readonly type: 'loading' }
  | { readonly type: 'shown'; readonly url: string; readonly hint: 'incomplete' | 'embedded' | null }
  | { readonly type: 'none'; readonly why: NoPreview | null };

const LOADING: ShownThumbnail = { type: 'loading' };

/** The small picture of an attachment, as soon as there is one. */
export function useThumbnail(sha256: string, mime: string): ShownThumbnail {
  const [shown, setShown] = useState(LOADING);
  useEffect(() => {
    let url: string | null = null;
    let isWanted = true;
    const take = async () => {
      const thumbnail = await thumbnailOf({ sha256, mime });
      if (!isWanted) return;
      if (thumbnail.type === 'none') return setShown(thumbnail);
      url = URL.createObjectURL(new Blob([thumbnail.bytes], { type: 'image/webp' }));
      setShown({ type: 'shown', url, hint: thumbnail.hint });
    };
    take().catch(() => isWanted && setShown({ type: 'none', why: null }));
    return () => {
      isWanted = false;
      if (url !== null) URL.revokeObjectURL(url);
    };
  }, [sha256, mime]);
  return shown;
}
