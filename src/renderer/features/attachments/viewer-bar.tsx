import {
  CloseOutlined,
  DownloadOutlined,
  LeftOutlined,
  RightOutlined,
  RotateLeftOutlined,
  RotateRightOutlined,
  ZoomInOutlined,
  ZoomOutOutlined,
} from '@ant-design/icons';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import type { Attachment } from '#domain/records/attachment';
import { messages } from './messages.ts';
import type { Zoom } from './use-zoom.ts';
import styles from './viewer.module.css';

export type ViewerBarProps = {
  readonly attachment: Attachment;
  readonly index: number;
  readonly total: number;
  readonly onStep: (by: number) => void;
  readonly onSave: () => void;
  readonly onClose: () => void;
  /** What only this kind of file has: pages, zoom, turning. */
  readonly children: ReactNode;
};

/** The line above what is shown: which file it is, and everything that can be done with it. */
export function ViewerBar({ attachment, index, total, onStep, onSave, onClose, children }: ViewerBarProps) {
  const { viewer } = messages;
  return (
    <div className={styles['bar']}>
      <IconButton
        label={viewer.earlier}
        icon={<LeftOutlined aria-hidden />}
        disabled={index === 0}
        onClick={() => onStep(-1)}
      />
      <span className={styles['place']}>{viewer.place(index + 1, total)}</span>
      <IconButton
        label={viewer.later}
        icon={<RightOutlined aria-hidden />}
        disabled={index === total - 1}
        onClick={() => onStep(1)}
      />
      <h2 className={styles['name']} title={attachment.name}>
        {attachment.name}
      </h2>
      {children}
      <Button size="small" icon={<DownloadOutlined aria-hidden />} onClick={onSave}>
        {viewer.save}
      </Button>
      <IconButton label={viewer.close} icon={<CloseOutlined aria-hidden />} onClick={onClose} />
    </div>
  );
}

/** How large it is shown. */
export function ZoomButtons({ zoom }: { readonly zoom: Zoom }) {
  const { viewer } = messages;
  return (
    <span className={styles['tools']}>
      <IconButton label={viewer.smaller} icon={<ZoomOutOutlined aria-hidden />} onClick={zoom.smaller} />
      <span className={styles['percent']} data-testid="viewer-scale">
        {viewer.percent(zoom.scale)}
      </span>
      <IconButton label={viewer.larger} icon={<ZoomInOutlined aria-hidden />} onClick={zoom.larger} />
      <Button size="small" type="text" title={viewer.fitKey} onClick={zoom.fit}>
        {viewer.fit}
      </Button>
      <Button size="small" type="text" title={viewer.actualKey} onClick={zoom.actual}>
        {viewer.actual}
      </Button>
    </span>
  );
}

export function TurnButtons({ onTurn }: { readonly onTurn: (by: number) => void }) {
  const { viewer } = messages;
  return (
    <span className={styles['tools']}>
      <IconButton label={viewer.turnLeft} icon={<RotateLeftOutlined aria-hidden />} onClick={() => onTurn(-90)} />
      <IconButton label={viewer.turnRight} icon={<RotateRightOutlined aria-hidden />} onClick={() => onTurn(90)} />
    </span>
  );
}

type IconButtonProps = {
  readonly label: string;
  readonly icon: ReactNode;
  readonly disabled?: boolean;
  readonly onClick: () => void;
};

export function IconButton({ label, icon, disabled = false, onClick }: IconButtonProps) {
  return (
    <Button
      size="small"
      type="text"
      aria-label={label}
      title={label}
      icon={icon}
      disabled={disabled}
      onClick={onClick}
    />
  );
}
