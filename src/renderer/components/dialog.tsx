import { Modal, type ModalProps } from 'antd';
import { useLayoutEffect, useRef, type KeyboardEvent, type ReactNode } from 'react';
import { isComposing } from '../hooks/is-composing.ts';
import { useReturnedFocus } from '../hooks/use-returned-focus.ts';

type DialogProps = Omit<ModalProps, 'open' | 'children'> & {
  /** Whether Enter in a line of text presses the main button, as in a form of few fields. */
  readonly isSubmittedByEnter?: boolean;
  readonly children: ReactNode;
};

/**
 * A dialog that is there as long as it is drawn. The cursor goes into its first field, unless another one asks for it,
 * and back to where it was; Ctrl+S and Ctrl+Enter press the main button.
 */
export function Dialog({ isSubmittedByEnter = false, children, ...props }: DialogProps) {
  useReturnedFocus();
  return (
    <Modal {...props} open>
      <DialogBody isSubmittedByEnter={isSubmittedByEnter}>{children}</DialogBody>
    </Modal>
  );
}

const FIRST_FIELD = ['input:not([type="checkbox"], [type="radio"], :disabled)', 'textarea:not(:disabled)'].join();
const MAIN_BUTTON = '.ant-modal-footer .ant-btn-primary:not(:disabled)';

/** Drawn by the kit once the dialog is visible. */
function DialogBody(props: { readonly isSubmittedByEnter: boolean; readonly children: ReactNode }) {
  const body = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const dialog = body.current?.closest('.ant-modal');
    if (dialog?.contains(document.activeElement)) return;
    body.current?.querySelector<HTMLElement>(FIRST_FIELD)?.focus();
  }, []);
  const press = (event: KeyboardEvent) => {
    if (event.defaultPrevented || isComposing(event.nativeEvent) || !isSubmit(event, props.isSubmittedByEnter)) return;
    event.preventDefault();
    const button = event.currentTarget.closest('.ant-modal')?.querySelector<HTMLElement>(MAIN_BUTTON);
    // What is being typed is taken over by its field when the cursor leaves it.
    button?.focus();
    button?.click();
  };
  return (
    <div ref={body} role="presentation" onKeyDown={press}>
      {props.children}
    </div>
  );
}

function isSubmit({ key, ctrlKey, metaKey, target }: KeyboardEvent, byEnter: boolean): boolean {
  if (ctrlKey || metaKey) return key === 'Enter' || key.toLowerCase() === 's';
  return byEnter && key === 'Enter' && target instanceof HTMLInputElement && target.role !== 'combobox';
}
