import { useEffect, useRef } from 'react';
import { messages } from './messages.ts';

/** Takes pictures and files that are pasted anywhere on the page, unless text is being pasted into a field. */
export function usePastePicture(onPaste: (files: readonly File[]) => void): void {
  const latest = useRef(onPaste);
  useEffect(() => {
    latest.current = onPaste;
  });
  useEffect(() => {
    const paste = (event: ClipboardEvent) => {
      const files = [...(event.clipboardData?.files ?? [])];
      if (files.length === 0 || isTyping(event.target)) return;
      if (document.querySelector('.ant-modal-wrap:not([style*="display: none"])')) return;
      event.preventDefault();
      latest.current(files.map(named));
    };
    addEventListener('paste', paste);
    return () => removeEventListener('paste', paste);
  }, []);
}

/** A picture of the clipboard is called "image.png" each time; files that were copied have names of their own. */
function named(file: File): File {
  if (!/^image\.\w+$/i.test(file.name)) return file;
  const now = new Date();
  const twoDigits = (value: number) => String(value).padStart(2, '0');
  const day = [now.getFullYear(), twoDigits(now.getMonth() + 1), twoDigits(now.getDate())].join('-');
  const time = [now.getHours(), now.getMinutes(), now.getSeconds()].map(twoDigits).join('');
  const extension = file.name.split('.').at(-1) ?? 'png';
  return new File([file], messages.pastedName(`${day} ${time}`, extension), { type: file.type });
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && /^(INPUT|TEXTAREA)$/.test(target.tagName);
}
