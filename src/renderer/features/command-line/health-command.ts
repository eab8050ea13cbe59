import { succeed } from '#domain/result';
import { formatBytes } from '../../archive/attach-messages.ts';
import { callMain } from '../../archive/bridge.ts';
import { readLastSave } from '../../archive/read-last-save.ts';
import type { UnopenedCommandDefinition } from './command.ts';
import { messages } from './messages.ts';

/**
 * How the archive is, as far as it can be told at once: last save, journal and its head, sessions that did not end in
 * order, the last check of attachments, free space. Works on an archive that does not open; `verify` looks closer.
 */
export const health: UnopenedCommandDefinition = {
  options: [],
  arguments: 0,
  runUnopened: async () => {
    const [state, journal, { head, session, freeBytes }, fixity, info] = await Promise.all([
      callMain('journal:state', null),
      callMain('journal:inspect', null),
      callMain('health:read', null),
      callMain('fixity:report', null),
      callMain('app:info', null),
    ]);
    const lastSave = state.status === 'intact' ? await readLastSave(state.head.sequence) : null;
    const attachments = fixity && { at: fixity.at, checked: fixity.checked, problems: fixity.problems.length };
    const report = {
      dataFolder: info.dataFolder,
      lastSave,
      journal: { status: state.status, ...journal, checkedAt: session.since },
      storedHead: head,
      uncleanExits: { count: session.uncleanExits, last: session.lastUnclean },
      fixity: attachments,
      freeBytes,
    };
    const { words } = messages.health;
    const lines = [
      [words.dataFolder, info.dataFolder],
      [words.lastSave, lastSave ? `${lastSave.at} ${lastSave.by}` : messages.nothing],
      [words.journal, messages.health.journal(journal.lines, formatBytes(journal.bytes), journal.broken)],
      [words.uncleanExits, messages.health.uncleanExits(session.uncleanExits, session.lastUnclean)],
      [words.fixity, attachments ? messages.health.fixity(attachments) : messages.nothing],
      [words.free, freeBytes === null ? messages.nothing : formatBytes(freeBytes)],
    ];
    return succeed({
      json: { ok: true, ...report },
      text: lines.map(([word = '', value = '']) => `${word}：${value}`).join('\n'),
    });
  },
};
