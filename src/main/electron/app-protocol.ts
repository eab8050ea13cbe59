import { protocol, type Session } from 'electron';
import { randomBytes } from 'node:crypto';
import { readFile, readdir } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';
import { serveAttachment, type ServedFrom } from '#services/attachment-serving';

export const APP_ORIGIN = 'app://archive';
export const APP_URL = `${APP_ORIGIN}/index.html`;

/** The lock screen has an origin of its own, to which the working copy and whatever else the archive stored is closed. */
export const LOCK_ORIGIN = 'app://lock';
export const LOCK_URL = `${LOCK_ORIGIN}/index.html`;

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

/** Must run before the app is ready. `corsEnabled` goes with `supportFetchAPI` (CVE-2026-70604). */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: 'app',
      // The code cache spares every start but the first the compiling of the interface.
      privileges: { standard: true, secure: true, supportFetchAPI: true, corsEnabled: true, codeCache: true },
    },
  ]);
}

/**
 * Serves the built renderer from `app://archive`. The files are listed once at start and only these can be asked for,
 * so no path of a request ever reaches the file system. Attachments are asked for by their hash alone. While locked, there
 * is only `app://lock`, which has no attachments.
 */
export async function serveApp(
  session: Session,
  rendererFolder: string,
  attachments: ServedFrom,
  isLocked: () => boolean,
): Promise<void> {
  const files = await listFiles(rendererFolder);
  session.protocol.handle('app', async (request) => {
    const url = new URL(request.url);
    const host = isLocked() ? 'lock' : 'archive';
    if (url.host !== host || request.method !== 'GET') return new Response(null, { status: 404 });
    const path = files.get(url.pathname);
    if (path === undefined) {
      if (host === 'lock') return new Response(null, { status: 404 });
      const served = await serveAttachment(url.pathname, request.headers.get('range'), attachments);
      return served ?? new Response(null, { status: 404 });
    }
    const nonce = randomBytes(16).toString('base64');
    const content = await readFile(path);
    const isPage = extname(path) === '.html';
    // Style sheets that the interface libraries insert carry this nonce; nothing inline runs without it.
    const body = isPage ? content.toString('utf8').replaceAll('%CSP_NONCE%', nonce) : new Uint8Array(content);
    return new Response(body, {
      headers: {
        'content-type': CONTENT_TYPES[extname(path)] ?? 'application/octet-stream',
        'content-security-policy': contentSecurityPolicy(nonce),
        'x-content-type-options': 'nosniff',
        'cross-origin-opener-policy': 'same-origin',
        'cache-control': 'no-cache',
      },
    });
  });
}

function contentSecurityPolicy(nonce: string): string {
  return [
    `default-src 'none'`,
    `script-src 'self'`,
    `style-src 'self' 'nonce-${nonce}'`,
    `img-src 'self' data: blob:`,
    `font-src 'self' data:`,
    `worker-src 'self'`,
    // Stored attachments are fetched from app://archive; there is nothing else under this origin.
    `connect-src 'self'`,
    `form-action 'none'`,
    `base-uri 'none'`,
    `frame-ancestors 'none'`,
  ].join('; ');
}

/** All files below a folder by their URL path. */
async function listFiles(folder: string): Promise<ReadonlyMap<string, string>> {
  const names = await readdir(folder, { recursive: true, withFileTypes: true });
  return new Map(
    names
      .filter((entry) => entry.isFile())
      .map((entry) => {
        const path = join(entry.parentPath, entry.name);
        return [`/${path.slice(folder.length + 1).replaceAll(sep, '/')}`, path];
      }),
  );
}
