import { useLayoutEffect, useRef, type ReactNode } from 'react';
import type { Size } from './use-zoom.ts';
import styles from './viewer.module.css';

type SheetProps = {
  /** The size at 100%, as it stands upright; null while it is not known. */
  readonly size: Size | null;
  readonly scale: number;
  readonly children: ReactNode;
};

/** What is looked at, as large as it is zoomed. Its size is told to the styles by variables. */
export function Sheet({ size, scale, children }: SheetProps) {
  const sheet = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const { style } = sheet.current ?? {};
    style?.setProperty('--sheet-width', size ? `${size.width * scale}px` : '0');
    style?.setProperty('--sheet-height', size ? `${size.height * scale}px` : '0');
    style?.setProperty('--total-scale-factor', String(scale));
  }, [size, scale]);
  return (
    <div ref={sheet} className={styles['sheet']} data-loading={size === null || undefined}>
      {children}
    </div>
  );
}
