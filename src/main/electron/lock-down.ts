import { app, type Session, type WebContents } from 'electron';
import { APP_ORIGIN, LOCK_ORIGIN } from './app-protocol.ts';

/** Switches that keep Chromium's own services off the network; must be set before the app is ready. */
export function silenceChromium(): void {
  for (const name of [
    'disable-background-networking',
    'disable-component-update',
    'disable-domain-reliability',
    'disable-quic',
    'dns-prefetch-disable',
    'no-pings',
  ]) {
    app.commandLine.appendSwitch(name);
  }
  // Even a request that slipped through everything else would find no address to go to.
  app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND');
}

/** The package has no developer tools, so nothing there loads their pages. */
const LOCAL_SCHEMES = ['app:', 'blob:', 'data:', ...(app.isPackaged ? [] : ['devtools:'])];

/** Denies the session the network and every permission but writing plain text to the clipboard. */
export function lockDownSession(session: Session): void {
  session.webRequest.onBeforeRequest((details, callback) => {
    callback({ cancel: !LOCAL_SCHEMES.includes(new URL(details.url).protocol) });
  });
  session.setPermissionRequestHandler((_contents, permission, callback) => callback(isAllowed(permission)));
  session.setPermissionCheckHandler((_contents, permission) => isAllowed(permission));
  session.setDevicePermissionHandler(() => false);
  session.on('will-download', (event) => event.preventDefault());
  session.setSpellCheckerEnabled(false);
}

function isAllowed(permission: string): boolean {
  return permission === 'clipboard-sanitized-write';
}

/** Keeps every page where it is: no navigation, no new windows, no embedded pages. */
export function lockDownContents(contents: WebContents): void {
  // WebRTC looks for network routes by itself, whatever requests are cancelled; without UDP it has none to try.
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  contents.on('will-navigate', (event) => {
    const isWithin = (origin: string) => [contents.getURL(), event.url].every((url) => url.startsWith(`${origin}/`));
    if (!isWithin(APP_ORIGIN) && !isWithin(LOCK_ORIGIN)) event.preventDefault();
  });
  contents.on('will-redirect', (event) => event.preventDefault());
  contents.on('will-attach-webview', (event) => event.preventDefault());
}
