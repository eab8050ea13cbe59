import * as v from 'valibot';
import { refuse, succeed } from '#domain/result';
import { YEARBOOK_CHAPTERS, yearbookOptionsSchema } from '#domain/yearbook/yearbook-options';
import { produceDocument } from '../../jobs/produce-document.ts';
import { UNWATCHED } from '../../jobs/run-worker-job.ts';
import { optionText, readYear, requireOption, type CommandDefinition } from './command.ts';
import { messages } from './messages.ts';
import { saveOutput } from './save-output.ts';

/** Writes the Word yearbook of one year. */
export const exportYearbook: CommandDefinition = {
  options: ['year', 'out', 'title', 'editor'],
  switches: ['undated'],
  arguments: 1,
  run: async (command, { archive, settings }) => {
    const yearText = requireOption(command, 'year');
    if (!yearText.ok) return yearText;
    const year = readYear(command);
    if (!year.ok) return year;
    const out = requireOption(command, 'out');
    if (!out.ok) return out;

    const title = optionText(command, 'title') ?? settings.yearbookTitle;
    const editor = optionText(command, 'editor') ?? settings.editor;
    const options = v.safeParse(yearbookOptionsSchema, {
      year: year.value,
      chapters: YEARBOOK_CHAPTERS,
      includeUndated: command.options['undated'] === true,
      ...(title ? { title } : {}),
      ...(editor ? { editor } : {}),
      compiledOn: archive.today(),
    });
    if (!options.success) {
      return refuse({ code: 'bad-option', message: messages.badDocument(v.summarize(options.issues)), where: null });
    }
    const produced = await produceDocument(archive.database, { kind: 'yearbook', options: options.output }, UNWATCHED);
    if (!produced.ok) {
      const detail = produced.error.code === 'failed' ? produced.error.detail : '';
      throw new Error(messages.documentFailed(detail));
    }
    const { bytes, entries, perChapter, omittedUndated } = produced.value;
    const saved = await saveOutput(String(year.value), 'docx', bytes);
    if (!saved.ok) return saved;
    const { path, bytes: size } = saved.value;
    const lines = [messages.exported(path, entries)];
    if (omittedUndated > 0) lines.push(messages.omittedUndated(omittedUndated));
    return succeed({
      json: { ok: true, file: path, bytes: size, entries, perChapter, omittedUndated },
      text: lines.join('\n'),
    });
  },
};
