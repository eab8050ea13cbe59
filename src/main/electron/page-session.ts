import { app, session as electronSession, type Session } from 'electron';
import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { profileFolder, type DataFolder } from '#services/data-folder';
import type { Journal } from '#services/journal';
import { APP_ORIGIN } from './app-protocol.ts';
import { lockDownContents, lockDownSession } from './lock-down.ts';

/** Without `persist:` at its beginning a partition is in memory alone. */
const IN_MEMORY = 'archive';

/**
 * The session that all pages live in. Chromium encrypts nothing that it stores, so an archive that is encrypted has its
 * working copy in memory alone, and makes it anew from the journal at each start.
 */
export function pageSession(isSealed: boolean): { readonly session: Session; readonly isInMemory: boolean } {
  lockDownSession(electronSession.defaultSession);
  const session = isSealed ? electronSession.fromPartition(IN_MEMORY) : electronSession.defaultSession;
  if (isSealed) lockDownSession(session);
  app.on('web-contents-created', (_event, contents) => lockDownContents(contents));
  return { session, isInMemory: isSealed };
}

/**
 * Removes what the page stored on the disk before the archive was encrypted: the working copy, and what it remembered of a
 * person's habits. Only when the journal is whole: a working copy that may know more than the journal is not thrown away.
 */
export async function removeStoredCopy({ root }: DataFolder, journal: Journal): Promise<void> {
  const state = journal.status();
  if (state.status === 'damaged' || state.missing > 0) return;
  const stored = join(profileFolder(root), 'IndexedDB');
  // At the first start only; every later one would find nothing.
  if (!existsSync(stored)) return;
  // By Chromium itself: it has these files open, also when no page does.
  await electronSession.defaultSession.clearStorageData({ origin: APP_ORIGIN, storages: ['localstorage'] });
  await rm(stored, { recursive: true, force: true, maxRetries: 5 });
}
