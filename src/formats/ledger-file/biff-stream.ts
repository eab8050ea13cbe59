import { ReadStopped } from './read-problem.ts';

const RECORD = { formula: 0x0006, filePass: 0x002f, xf: 0x00e0, array: 0x0221, bof: 0x0809, eof: 0x000a } as const;
const BIFF8 = 0x0600;
/** For each formula the library looks through all array formulas. */
const MAX_FORMULA_COMPARISONS = 50_000_000;

/**
 * The library shows formats that are named by number only as American ones. Those of zh-CN are exchanged for the one
 * that says the same parts of a date: 15 d-mmm-yy, 16 d-mmm, 17 mmm-yy, 20 h:mm.
 */
const CHINESE_FORMATS = new Map([
  ...[30, 31].map((id) => [id, 14] as const),
  ...[28, 29, 51, 53, 54, 58].map((id) => [id, 16] as const),
  ...[27, 36, 50, 52, 57].map((id) => [id, 17] as const),
  ...[32, 33, 34, 35, 55, 56].map((id) => [id, 20] as const),
]);
const FORMAT_RECORD = 0x041e;

/**
 * Walks over the records of a BIFF8 stream before the library reads it: finds the password, a stream that ends too
 * early, and formulas that would take it for ever. Changes built-in Chinese formats in place.
 *
 * @throws ReadStopped
 */
export function prepareBiff(stream: Uint8Array): { readonly keepsFormulas: boolean } {
  const view = new DataView(stream.buffer, stream.byteOffset, stream.byteLength);
  const styles: number[] = [];
  const own = new Set<number>();
  let formulas = 0;
  let arrays = 0;
  let depth = 0;
  let place = 0;
  let wholeParts = 0;
  while (place + 4 <= stream.length) {
    const type = view.getUint16(place, true);
    const length = view.getUint16(place + 2, true);
    if (type === 0 && length === 0) break;
    const body = place + 4;
    if (body + length > stream.length) throw new ReadStopped({ code: 'damaged' });
    if (place === 0) checkStart(view, type, length);
    if (type === RECORD.filePass) throw new ReadStopped({ code: 'password-protected' });
    if (type === RECORD.bof) depth += 1;
    else if (type === RECORD.eof) {
      depth -= 1;
      if (depth === 0) wholeParts += 1;
    } else if (type === RECORD.formula) formulas += 1;
    else if (type === RECORD.array) arrays += 1;
    else if (type === RECORD.xf && length >= 4) styles.push(body + 2);
    else if (type === FORMAT_RECORD && length >= 2) own.add(view.getUint16(body, true));
    place = body + length;
  }
  if (depth !== 0 || wholeParts < 2) throw new ReadStopped({ code: 'damaged' });
  for (const style of styles) {
    const id = view.getUint16(style, true);
    if (!own.has(id)) view.setUint16(style, CHINESE_FORMATS.get(id) ?? id, true);
  }
  return { keepsFormulas: formulas * arrays <= MAX_FORMULA_COMPARISONS };
}

function checkStart(view: DataView, type: number, length: number): void {
  if (type !== RECORD.bof || length < 2) throw new ReadStopped({ code: 'damaged' });
  if (view.getUint16(4, true) !== BIFF8) throw new ReadStopped({ code: 'not-a-ledger', kind: 'excel-95' });
}
