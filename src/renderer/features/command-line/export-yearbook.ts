import { USUAL_PICTURES, YEARBOOK_CHAPTERS } from '#domain/yearbook/yearbook-options';
import { readYearbookTexts } from '#domain/yearbook/yearbook-texts';
import { listRecords } from '#storage/find-records';
import { optionText, readYear, requireOption, type CommandDefinition } from './command.ts';
import { writeDocument } from './write-document.ts';

/** Writes the Word yearbook of one year. */
export const exportYearbook: CommandDefinition = {
  options: ['year', 'out', 'title', 'editor'],
  switches: ['undated', 'certificates'],
  arguments: 1,
  run: async (command, session) => {
    const { archive, settings } = session;
    const yearText = requireOption(command, 'year');
    if (!yearText.ok) return yearText;
    const year = readYear(command);
    if (!year.ok) return year;
    const out = requireOption(command, 'out');
    if (!out.ok) return out;

    const title = optionText(command, 'title') ?? settings.yearbookTitle;
    const editor = optionText(command, 'editor') ?? settings.editor;
    const options = {
      year: year.value,
      chapters: YEARBOOK_CHAPTERS,
      pictures: { ...USUAL_PICTURES, certificates: command.options['certificates'] === true },
      ...readYearbookTexts(await listRecords(archive.database, 'savedView'), year.value ?? 0),
      includeUndated: command.options['undated'] === true,
      ...(title ? { title } : {}),
      ...(editor ? { editor } : {}),
      compiledOn: archive.today(),
    };
    return writeDocument(session, 'yearbook', options, String(year.value));
  },
};
