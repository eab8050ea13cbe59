import { refuse, succeed, type Result } from '#domain/result';
import { saveFile } from '../../archive/save-file.ts';
import type { Refusal } from './command.ts';
import { messages } from './messages.ts';

type SavedOutput = { readonly path: string; readonly bytes: number };

/** Writes a file to where `--out` says, which main has kept. */
export async function saveOutput(
  name: string,
  type: 'docx' | 'xlsx',
  bytes: Uint8Array<ArrayBuffer>,
): Promise<Result<SavedOutput, Refusal>> {
  const saved = await saveFile({ suggestedName: `${name}.${type}`, type }, bytes);
  if (saved.ok) return succeed(saved);
  return refuse({ code: saved.code, message: messages.saveFailed[saved.code], where: '--out' });
}
