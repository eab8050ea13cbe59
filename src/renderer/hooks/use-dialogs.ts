import { App, type ModalFuncProps } from 'antd';
import { useMemo } from 'react';

/** The motion of neither the dialog nor the veil behind it has a name: there is none. */
const AT_ONCE = { transitionName: '', maskTransitionName: '' } as const satisfies ModalFuncProps;

/**
 * The kit's dialogs that ask or tell something. They are gone as soon as they are answered: the kit gives the cursor back
 * when a dialog has faded away, and takes it from what was clicked or typed in meanwhile. A field in one of them has to
 * ask for the cursor in an effect; `autoFocus` comes before the dialog is in the page.
 */
export function useDialogs() {
  const { modal } = App.useApp();
  return useMemo(
    () => ({
      confirm: (asked: ModalFuncProps) => modal.confirm({ ...asked, ...AT_ONCE }),
      info: (told: ModalFuncProps) => modal.info({ ...told, ...AT_ONCE }),
      warning: (told: ModalFuncProps) => modal.warning({ ...told, ...AT_ONCE }),
      error: (told: ModalFuncProps) => modal.error({ ...told, ...AT_ONCE }),
    }),
    [modal],
  );
}
