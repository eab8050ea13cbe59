import {
  FileExcelOutlined,
  FileImageOutlined,
  FileOutlined,
  FilePdfOutlined,
  FileWordOutlined,
} from '@ant-design/icons';
import type { ReactNode } from 'react';
import type { Attachment } from '#domain/records/attachment';
import styles from './attachments.module.css';
import { fileKind, misleadingExtension, type FileKind } from './file-kind.ts';
import { messages } from './messages.ts';
import type { ShownThumbnail } from './use-thumbnail.ts';

const ICONS: Readonly<Record<FileKind, ReactNode>> = {
  picture: <FileImageOutlined aria-hidden />,
  heic: <FileImageOutlined aria-hidden />,
  tiff: <FileImageOutlined aria-hidden />,
  pdf: <FilePdfOutlined aria-hidden />,
  word: <FileWordOutlined aria-hidden />,
  'old-word': <FileWordOutlined aria-hidden />,
  sheet: <FileExcelOutlined aria-hidden />,
  other: <FileOutlined aria-hidden />,
};

type ThumbnailProps = { readonly attachment: Attachment; readonly shown: ShownThumbnail };

/** The small picture of an attachment, turned as the attachment is, or the sign of its kind. */
export function Thumbnail({ attachment: { mime, rotation }, shown }: ThumbnailProps) {
  if (shown.type === 'shown') {
    return <img className={styles['picture']} src={shown.url} alt="" data-turn={rotation ?? 0} draggable={false} />;
  }
  const kind = fileKind(mime);
  return (
    <span className={styles['icon']}>
      {ICONS[kind]}
      <span>{shown.type === 'loading' ? messages.loading : messages.kinds[kind]}</span>
    </span>
  );
}

/** What has to be said beside a small picture, or in place of one; nothing when all is as it should be. */
export function thumbnailHint({ name, mime }: Attachment, shown: ShownThumbnail): string | null {
  const extension = misleadingExtension(name, mime);
  if (extension !== null) return messages.misleading(extension);
  if (shown.type === 'loading') return null;
  if (shown.type === 'shown') return shown.hint === null ? null : messages[shown.hint];
  return shown.why === null ? null : messages.noPreview(shown.why, messages.kinds[fileKind(mime)]);
}
