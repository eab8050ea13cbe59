import { Spin } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { formatFuzzyDate } from '#domain/dates/fuzzy-date';
import type { Attachment } from '#domain/records/attachment';
import { makePreview, readPhotoFacts } from '../../jobs/attachment-pictures.ts';
import type { ShownProps } from './attachment-viewer.tsx';
import { ExifOffer, useExifDay } from './exif-offer.tsx';
import { fileKind } from './file-kind.ts';
import { messages } from './messages.ts';
import { Sheet } from './sheet.tsx';
import { useViewerKeys, zoomKeys } from './use-viewer-keys.ts';
import { useZoom, type Size } from './use-zoom.ts';
import { TurnButtons, ViewerBar, ZoomButtons } from './viewer-bar.tsx';
import styles from './viewer.module.css';

/** The window decodes a picture of up to so many pixels itself; of a larger one it is given a smaller copy. */
const MOST_PIXELS = 40_000_000;
const LONGEST_SIDE = 6000;

type Source =
  | { readonly type: 'loading'; readonly text: string | null }
  | { readonly type: 'shown'; readonly url: string; readonly hint: string | null }
  | { readonly type: 'none'; readonly text: string };

/** A picture: zoomed, moved and turned. How it is turned is kept with the attachment. */
export function PictureView({ attachment, actions, bar }: ShownProps) {
  const { source, fail } = useSource(attachment);
  const [size, setSize] = useState<Size | null>(null);
  const rotation = attachment.rotation ?? 0;
  const isOnItsSide = rotation % 180 !== 0;
  const upright = size && (isOnItsSide ? { width: size.height, height: size.width } : size);
  const { stage, zoom } = useZoom(upright);
  const isTurning = useRef(false);
  const turn = async (by: number) => {
    // Turning builds on how it was turned before: one after the other.
    if (isTurning.current) return;
    isTurning.current = true;
    await actions.turn(attachment, by);
    isTurning.current = false;
  };
  useViewerKeys({ ...zoomKeys(zoom), r: () => void turn(90), R: () => void turn(-90) });
  const day = useExifDay(attachment);
  return (
    <>
      <ViewerBar {...bar}>
        <ZoomButtons zoom={zoom} />
        <TurnButtons onTurn={(by) => void turn(by)} />
      </ViewerBar>
      <div ref={stage} className={styles['stage']} data-testid="viewer-stage">
        {source.type === 'loading' && <Spin />}
        {source.type === 'loading' && source.text !== null && (
          <output className={styles['message']}>{source.text}</output>
        )}
        {source.type === 'none' && <p className={styles['message']}>{source.text}</p>}
        {source.type === 'shown' && (
          <Sheet size={upright} scale={zoom.scale}>
            <img
              className={styles['picture']}
              src={source.url}
              alt={attachment.caption || attachment.name}
              data-turn={rotation}
              decoding="async"
              draggable={false}
              onLoad={({ currentTarget: { naturalWidth, naturalHeight } }) =>
                setSize({ width: naturalWidth, height: naturalHeight })
              }
              onError={fail}
            />
          </Sheet>
        )}
      </div>
      <div className={styles['foot']}>
        {attachment.caption !== '' && <span>{attachment.caption}</span>}
        {attachment.takenAt.raw !== '' && <span>{messages.viewer.taken(formatFuzzyDate(attachment.takenAt))}</span>}
        {source.type === 'shown' && source.hint !== null && <span className={styles['hint']}>{source.hint}</span>}
        {day !== null && attachment.takenAt.raw === '' && (
          <ExifOffer
            day={day}
            onUse={(each) =>
              void actions.describe(attachment, {
                takenAt: { raw: each, start: each, end: each, precision: 'day' },
              })
            }
          />
        )}
      </div>
    </>
  );
}

/** The picture itself where the window can take it, a smaller copy of a very large or incomplete one. */
function useSource({ sha256, mime }: Attachment) {
  const [source, setSource] = useState<Source>({ type: 'loading', text: null });
  useEffect(() => {
    let url: string | null = null;
    let isWanted = true;
    const take = async () => {
      const { size, isIncomplete } = await readPhotoFacts(sha256);
      if (!isWanted) return;
      const isSmallEnough = size !== null && size.width * size.height <= MOST_PIXELS;
      if (isSmallEnough && !isIncomplete) {
        return setSource({ type: 'shown', url: `/attachment/${sha256}`, hint: null });
      }
      if (size !== null && !isSmallEnough) setSource({ type: 'loading', text: messages.viewer.reducing(size) });
      const made = await makePreview({ sha256, mime }, LONGEST_SIDE);
      if (!isWanted) return;
      if (!made.ok) {
        return setSource({ type: 'none', text: messages.noPreview(made.why, messages.kinds[fileKind(mime)]) });
      }
      const { bytes, original, ...state } = made.preview;
      url = URL.createObjectURL(new Blob([bytes], { type: 'image/webp' }));
      setSource({ type: 'shown', url, hint: hintOf({ ...state, original }) });
    };
    take().catch(() => isWanted && setSource(BROKEN));
    return () => {
      isWanted = false;
      if (url !== null) URL.revokeObjectURL(url);
    };
  }, [sha256, mime]);
  return { source, fail: () => setSource(BROKEN) };
}

const BROKEN: Source = { type: 'none', text: messages.noPreview({ reason: 'broken' }, '') };

type HintOf = { readonly original: Size | null; readonly isIncomplete: boolean; readonly isEmbedded: boolean };

function hintOf({ original, isIncomplete, isEmbedded }: HintOf): string | null {
  if (isIncomplete) return messages.incomplete;
  if (isEmbedded) return messages.embedded;
  const isReduced = original !== null && Math.max(original.width, original.height) > LONGEST_SIDE;
  return isReduced ? messages.viewer.reduced(original.width, original.height) : null;
}
