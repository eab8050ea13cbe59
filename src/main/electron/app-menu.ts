import { app, Menu } from 'electron';
import { messages } from './messages.ts';

/** A menu that is out of sight until Alt is pressed, for the shortcuts that belong to the window itself. */
export function installMenu(openAnother: () => void): void {
  const { file, anotherWindow, closeWindow, view, zoomIn, zoomOut, resetZoom, fullScreen, developerTools } =
    messages.menu;
  Menu.setApplicationMenu(
    Menu.buildFromTemplate([
      {
        label: file,
        submenu: [
          { label: anotherWindow, accelerator: 'CommandOrControl+Shift+N', click: openAnother },
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
}
