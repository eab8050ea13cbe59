import type { DocumentKind } from '#domain/documents/compose-document';
import { checkDocumentOrder } from '#domain/documents/read-document-order';
import { refuse, succeed, type Result } from '#domain/result';
import { documentMessages } from '../../archive/document-messages.ts';
import { logExport } from '../../archive/log-export.ts';
import type { Session } from '../../archive/open-session.ts';
import { produceDocument } from '../../jobs/produce-document.ts';
import type { ProducedDocument } from '../../workers/document-messages.ts';
import { UNWATCHED } from '../../jobs/run-worker-job.ts';
import type { Answer, Refusal } from './command.ts';
import { messages } from './messages.ts';
import { saveOutput } from './save-output.ts';

/**
 * Makes a Word document, writes it to where `--out` says, and tells what a second reading of it found.
 *
 * @param options of that kind of document, from the words of the command; what does not fit together is refused
 */
export async function writeDocument(
  session: Session,
  kind: DocumentKind,
  options: object,
  name: string = kind,
): Promise<Result<Answer, Refusal>> {
  const checked = checkDocumentOrder(kind, options);
  if (!checked.ok) {
    return refuse({ code: 'bad-option', message: messages.badDocument(checked.error), where: null });
  }
  const order = checked.value;
  const produced = await produceDocument(session.archive.database, order, UNWATCHED);
  if (!produced.ok) {
    throw new Error(messages.documentFailed(produced.error.code === 'failed' ? produced.error.detail : ''));
  }
  const { entries, perChapter, omittedUndated, pictures, missingPictures } = produced.value;
  const lines = [
    ...(omittedUndated > 0 ? [messages.omittedUndated(omittedUndated)] : []),
    ...(missingPictures.length > 0 ? [documentMessages.missingPictures(missingPictures)] : []),
  ];
  const told = { entries, pictures, missingPictures, perChapter, omittedUndated };
  return handOver(produced.value, name, told, lines, (path) => logExport(session, order, produced.value, path));
}

/**
 * Writes a finished document to where `--out` says. One that fails its checks is written too, and told as a failure.
 *
 * @param log writes it down in the history of exports; answers whether it could
 */
export async function handOver(
  { bytes, checks }: ProducedDocument,
  name: string,
  told: Readonly<Record<string, unknown>> & { readonly entries: number },
  lines: readonly string[],
  log: ((path: string) => Promise<boolean>) | null = null,
): Promise<Result<Answer, Refusal>> {
  const saved = await saveOutput(name, 'docx', bytes);
  if (!saved.ok) return saved;
  const { path, bytes: size } = saved.value;
  const isLogged = log === null || (await log(path));
  const answer = { file: path, bytes: size, ...told, checks };
  const failed = checks.filter(({ ok }) => !ok);
  if (failed.length > 0) {
    const message = [documentMessages.someFailed(failed.length), ...failed.map(documentMessages.check)].join('\n');
    return refuse({ code: 'check-failed', message, where: path, report: answer });
  }
  const passed = documentMessages.allPassed(checks.length);
  return succeed({
    json: { ok: true, ...answer },
    text: [messages.exported(path, told.entries), passed, ...lines, ...(isLogged ? [] : [messages.notLogged])].join(
      '\n',
    ),
  });
}
