import { refuse } from '#domain/result';
import { checkWords, type CommandDefinition } from './command.ts';
import { exportAnswer } from './export-answer.ts';
import { exportList, exportTemplate } from './export-list.ts';
import { exportChronicle, exportHonors } from './export-records.ts';
import { exportCatalogue, exportCertificates, exportLedger, exportUnit } from './export-tables.ts';
import { exportByTemplate } from './export-by-template.ts';
import { exportYearbook } from './export-yearbook.ts';
import { messages } from './messages.ts';

const EXPORTS: ReadonlyMap<string, CommandDefinition> = new Map([
  ['yearbook', exportYearbook],
  ['honors', exportHonors],
  ['chronicle', exportChronicle],
  ['ledger', exportLedger],
  ['catalogue', exportCatalogue],
  ['unit', exportUnit],
  ['certificates', exportCertificates],
  ['list', exportList],
  ['template', exportTemplate],
  ['answer', exportAnswer],
]);
const all = [...EXPORTS.values()];

/** `export` is named apart from the reserved word. What is exported has options of its own. */
export const exportDocument: CommandDefinition = {
  options: [...new Set([...all.flatMap(({ options }) => options), 'template'])],
  switches: [...new Set(all.flatMap(({ switches = [] }) => switches))],
  arguments: 1,
  run: async (command, session) => {
    const what = command.arguments[0];
    const definition = EXPORTS.get(what ?? '');
    if (!definition) {
      const names = [...EXPORTS.keys()].join('、');
      const message =
        what === undefined
          ? messages.argumentRequired(messages.exports.what(names))
          : messages.exports.unknown(what, names);
      return refuse({ code: 'bad-argument', message, where: what ?? 'export' });
    }
    if (command.options['template'] !== undefined) return exportByTemplate(command, session, what ?? '');
    const refused = checkWords(command, definition);
    return refused ? refuse(refused) : definition.run(command, session);
  },
};
