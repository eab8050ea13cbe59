import * as v from 'valibot';
import { journalPort } from './open-session.ts';

/** What a change set of any version says about when and by whom. */
const signatureSchema = v.object({ at: v.string(), by: v.string() });
export type LastSave = v.InferOutput<typeof signatureSchema>;

/** When and by whom the last change set was made, from the journal; null when there is none. @param sequence its number */
export async function readLastSave(sequence: number): Promise<LastSave | null> {
  if (sequence === 0) return null;
  const [last] = await journalPort.read(sequence - 1);
  return last ? v.parse(signatureSchema, JSON.parse(last.text)) : null;
}
