import { Button } from 'antd';
import { useEffect, useState } from 'react';
import { exifDate } from '#domain/attachments/exif-date';
import type { Attachment } from '#domain/records/attachment';
import { readPhotoFacts } from '../../jobs/attachment-pictures.ts';
import styles from './attachments.module.css';
import { isPhoto } from './file-kind.ts';
import { messages } from './messages.ts';

/** The day on which a photo was taken as its camera says, `2023-05-04`; null until it is known, and when it says none. */
export function useExifDay({ sha256, mime }: Pick<Attachment, 'sha256' | 'mime'>): string | null {
  const [found, setFound] = useState<{ readonly sha256: string; readonly day: string | null } | null>(null);
  useEffect(() => {
    let isWanted = true;
    if (!isPhoto(mime)) return undefined;
    readPhotoFacts(sha256)
      .then(({ taken }) => isWanted && setFound({ sha256, day: exifDate(taken) }))
      .catch(() => undefined);
    return () => {
      isWanted = false;
    };
  }, [sha256, mime]);
  return found?.sha256 === sha256 ? found.day : null;
}

type ExifOfferProps = { readonly day: string; readonly onUse: (day: string) => void };

/** Offers the camera's date; nobody's date is filled in unasked, for a camera's clock may be wrong. */
export function ExifOffer({ day, onUse }: ExifOfferProps) {
  return (
    <span className={styles['offer']}>
      {messages.exif.shows(day)}
      <Button type="link" size="small" onClick={() => onUse(day)}>
        {messages.exif.use}
      </Button>
    </span>
  );
}
