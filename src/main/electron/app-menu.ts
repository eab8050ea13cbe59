import { app, Menu } from 'electron';
import { messages } from './messages.ts';

const LOCK_ITEM = 'lock';

export type MenuActions = { readonly openAnother: () => void; readonly lockNow: () => void };

export type AppMenu = {
  /** Whether there is a passphrase to lock with. */
  readonly setLockable: (isLockable: boolean) => void;
};

/** A menu that is out of sight until Alt is pressed, for the shortcuts that belong to the window itself. */
export function installMenu({ openAnother, lockNow }: MenuActions): AppMenu {
  const {
    file,
    anotherWindow,
    lockNow: lockLabel,
    closeWindow,
    view,
    zoomIn,
    zoomOut,
    resetZoom,
    fullScreen,
    developerTools,
  } = messages.menu;
  Menu.setApplicationMenu(
    Menu.buildFromTemplate([
      {
        label: file,
        submenu: [
          { label: anotherWindow, accelerator: 'CommandOrControl+Shift+N', click: openAnother },
          { id: LOCK_ITEM, label: lockLabel, accelerator: 'CommandOrControl+L', enabled: false, click: lockNow },
          { role: 'close', label: closeWindow },
        ],
      },
      {
        label: view,
        submenu: [
          { role: 'zoomIn', label: zoomIn, accelerator: 'CommandOrControl+=' },
          { role: 'zoomOut', label: zoomOut },
          { role: 'resetZoom', label: resetZoom },
          { role: 'togglefullscreen', label: fullScreen },
          ...(app.isPackaged ? [] : [{ role: 'toggleDevTools' as const, label: developerTools }]),
        ],
      },
    ]),
  );
  return {
    setLockable: (isLockable) => {
      const item = Menu.getApplicationMenu()?.getMenuItemById(LOCK_ITEM);
      if (item) item.enabled = isLockable;
    },
  };
}
