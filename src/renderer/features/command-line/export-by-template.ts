import type { Command } from '#contract/archive-contract';
import type { DocumentOrder } from '#domain/documents/compose-document';
import { orderOfTemplate } from '#domain/documents/document-template';
import { refuse, type Result } from '#domain/result';
import type { Session } from '../../archive/open-session.ts';
import { checkWords, optionText, readYear, requireOption, type Answer, type Refusal } from './command.ts';
import { messages } from './messages.ts';
import { readWindow } from './read-scope.ts';
import { writeDocument } from './write-document.ts';

const OPTIONS = ['template', 'year', 'from', 'to', 'title', 'editor', 'out'];

/** Writes a document as a template asks for; what the command says besides stands instead. */
export async function exportByTemplate(
  command: Command,
  session: Session,
  what: string,
): Promise<Result<Answer, Refusal>> {
  const refused = checkWords(command, { options: OPTIONS, arguments: 1 });
  if (refused) return refuse(refused);
  const out = requireOption(command, 'out');
  if (!out.ok) return out;
  const today = session.archive.today();
  const template = orderOfTemplate(command.input ?? '', today);
  if (template?.kind !== what) {
    return refuse({ code: 'bad-template', message: messages.exports.badTemplate(what), where: '--template' });
  }
  const time = readTime(command, template, today);
  if (!time.ok) return time;
  const [title, editor] = [optionText(command, 'title'), optionText(command, 'editor')];
  return writeDocument(session, template.kind, {
    ...template.options,
    ...time.value,
    ...(title === null ? {} : { title }),
    ...(editor === null ? {} : { editor }),
  });
}

/** The time that the command asks for instead of the template's. */
function readTime(command: Command, { options }: DocumentOrder, today: string): Result<object, Refusal> {
  if (!['year', 'from', 'to'].some((option) => optionText(command, option) !== null)) return { ok: true, value: {} };
  if ('window' in options) {
    const window = readWindow(command, today);
    return window.ok ? { ok: true, value: { window: window.value } } : window;
  }
  const year = readYear(command);
  return year.ok ? { ok: true, value: year.value === null ? {} : { year: year.value } } : year;
}
