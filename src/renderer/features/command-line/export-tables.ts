import { recogniseRetention } from '#domain/filing/retention';
import { MAIN_FIELDS } from '#domain/ledger/main-fields';
import { LEDGER_ORDERS } from '#domain/ledger-document/ledger-document-options';
import { LEDGER_DOCUMENT_TERMS } from '#domain/ledger-document/ledger-document-terms';
import { listColumns } from '#domain/list-table/list-columns';
import { ENTRY_KINDS } from '#domain/records/record-base';
import { refuse } from '#domain/result';
import { UNIT_PROFILE_TERMS } from '#domain/unit-profile/unit-profile-terms';
import { ledgerColumns } from '../../archive/ledger-document-columns.ts';
import { optionText, readKind, readYear, requireOption, type CommandDefinition } from './command.ts';
import { messages } from './messages.ts';
import { readShared, SCOPE_OPTIONS } from './read-scope.ts';
import { writeDocument } from './write-document.ts';

/** Writes a ledger as a Word table on A4 on its side. */
export const exportLedger: CommandDefinition = {
  options: [...SCOPE_OPTIONS, 'kind', 'order', 'columns'],
  switches: ['undated'],
  arguments: 1,
  run: async (command, session) => {
    const kind = readKind(command, ENTRY_KINDS);
    if (!kind.ok) return kind;
    const ledger = kind.value ?? 'honor';
    const shared = await readShared(command, session);
    if (!shared.ok) return shared;
    const typed = optionText(command, 'order') ?? 'date';
    const order = LEDGER_ORDERS.find((each) => each === typed);
    if (!order) {
      const message = messages.exports.badChoice('order', typed, LEDGER_ORDERS.join('、'));
      return refuse({ code: 'bad-option', message, where: '--order' });
    }
    const names =
      optionText(command, 'columns')
        ?.split(/[,，]/)
        .map((name) => name.trim()) ?? MAIN_FIELDS[ledger];
    const unknown = names.find((name) => !listColumns(ledger).includes(name));
    if (unknown !== undefined) {
      const message = messages.exports.badChoice('columns', unknown, listColumns(ledger).join('、'));
      return refuse({ code: 'bad-option', message, where: '--columns' });
    }
    return writeDocument(session, 'ledger', {
      title: LEDGER_DOCUMENT_TERMS.titles[ledger],
      ...shared.value,
      ledger,
      order,
      columns: ledgerColumns(ledger, names),
    });
  },
};

/** Writes 归档文件目录 as a Word table on A4 on its side. */
export const exportCatalogue: CommandDefinition = {
  options: ['year', 'retention', 'out', 'title', 'editor'],
  arguments: 1,
  run: async (command, session) => {
    const year = readYear(command);
    if (!year.ok) return year;
    const out = requireOption(command, 'out');
    if (!out.ok) return out;
    const word = optionText(command, 'retention');
    const retention = word === null ? null : recogniseRetention(word);
    if (word !== null && retention === null) {
      return refuse({ code: 'bad-retention', message: messages.filing.badRetention(word), where: '--retention' });
    }
    const title = optionText(command, 'title');
    const editor = optionText(command, 'editor') ?? session.settings.editor;
    return writeDocument(session, 'catalogue', {
      year: year.value,
      retention,
      ...(title === null ? {} : { title }),
      ...(editor ? { editor } : {}),
      compiledOn: session.archive.today(),
    });
  },
};

/** Writes what one unit has won as a Word file. */
export const exportUnit: CommandDefinition = {
  options: SCOPE_OPTIONS,
  switches: ['undated', 'gaps'],
  arguments: 1,
  run: async (command, session) => {
    const named = requireOption(command, 'unit');
    if (!named.ok) return named;
    const shared = await readShared(command, session);
    if (!shared.ok) return shared;
    const title = UNIT_PROFILE_TERMS.title(shared.value.unit?.name ?? named.value);
    const includeGaps = command.options['gaps'] === true;
    return writeDocument(session, 'unit', { title, ...shared.value, includeGaps });
  },
};

/** Writes the list of certificates with small pictures as a Word table on A4 on its side. */
export const exportCertificates: CommandDefinition = {
  options: SCOPE_OPTIONS,
  switches: ['undated'],
  arguments: 1,
  run: async (command, session) => {
    const shared = await readShared(command, session);
    if (!shared.ok) return shared;
    return writeDocument(session, 'certificates', shared.value);
  },
};
