type KeyPress = { readonly key: string; readonly isComposing: boolean };

/**
 * Whether a key press belongs to an input method that is still composing, and must not trigger anything. The press
 * that begins a composition is not marked as composing yet, but Chromium calls its key "Process".
 */
export function isComposing(event: KeyPress): boolean {
  return event.isComposing || event.key === 'Process';
}

/** Whether a change of an input's text is an input method's unfinished one. */
export function isUnfinishedInput(event: Event): boolean {
  return event instanceof InputEvent && event.isComposing;
}
