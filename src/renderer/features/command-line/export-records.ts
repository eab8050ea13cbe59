import { COMPILATION_GROUPINGS, USUAL_DETAILS } from '#domain/compilation/compilation-options';
import { ENTRY_KINDS } from '#domain/records/record-base';
import { refuse } from '#domain/result';
import { optionText, type CommandDefinition } from './command.ts';
import { messages } from './messages.ts';
import { readShared, SCOPE_OPTIONS } from './read-scope.ts';
import { writeDocument } from './write-document.ts';

/** Writes the Word compilation of the honours of some years. */
export const exportHonors: CommandDefinition = {
  options: [...SCOPE_OPTIONS, 'by'],
  switches: ['undated', 'verified'],
  arguments: 1,
  run: async (command, session) => {
    const shared = await readShared(command, session);
    if (!shared.ok) return shared;
    const by = optionText(command, 'by') ?? 'level';
    const groupBy = COMPILATION_GROUPINGS.find((grouping) => grouping === by);
    if (!groupBy) {
      const message = messages.badGrouping(by, COMPILATION_GROUPINGS.join('、'));
      return refuse({ code: 'bad-option', message, where: '--by' });
    }
    const includeUnverified = command.options['verified'] !== true;
    const own = { groupBy, details: USUAL_DETAILS, includeUnverified };
    return writeDocument(session, 'honors', { ...shared.value, ...own });
  },
};

/** Writes the Word chronicle of some years. */
export const exportChronicle: CommandDefinition = {
  options: SCOPE_OPTIONS,
  switches: ['undated'],
  arguments: 1,
  run: async (command, session) => {
    const shared = await readShared(command, session);
    if (!shared.ok) return shared;
    return writeDocument(session, 'chronicle', { ...shared.value, kinds: ENTRY_KINDS });
  },
};
