// The smallest Electron application with a window: what any start-up costs before ours begins.
const { app, BrowserWindow } = require('electron');

void app.whenReady().then(() => new BrowserWindow({ show: true }).loadURL('data:text/html,<h1>ready</h1>'));
app.on('window-all-closed', () => app.quit());
