/** A person who received an honour, as typed in a row. */
export type TypedRecipient = { readonly name: string; readonly unit: string; readonly role: string };

const SEPARATORS = /[、；;\n]/;
const IN_BRACKETS = /^(?<name>[^（(]+)[（(](?<inside>[^）)]*)[）)]?$/;

/**
 * Reads persons as people type them: 张三、李四（市中院）；王五（市财政局，领队）. What stands in brackets is the unit, then
 * the role. A blank sets a known unit apart from a name: 市中院 张三. A line of cells, as a sheet is copied, has the name,
 * the unit and the role.
 *
 * @param isUnit whether a unit is known by that name
 */
export function parseRecipients(text: string, isUnit: (name: string) => boolean): readonly TypedRecipient[] {
  return splitOutsideBrackets(text)
    .map((part) => parseOne(part, isUnit))
    .filter(({ name }) => name !== '');
}

function parseOne(part: string, isUnit: (name: string) => boolean): TypedRecipient {
  const cells = part.split('\t').map((cell) => cell.trim());
  if (cells.length > 1) return { name: cells[0] ?? '', unit: cells[1] ?? '', role: cells[2] ?? '' };
  const { name = part, inside = '' } = IN_BRACKETS.exec(part.trim())?.groups ?? {};
  const [unit = '', ...role] = inside.split(/[，,：:]/).map((word) => word.trim());
  const typed = { name: name.trim(), unit, role: role.join('，') };
  const [first = '', ...rest] = typed.name.split(/\s+/);
  const isUnitFirst = typed.unit === '' && rest.length > 0 && isUnit(first);
  return isUnitFirst ? { ...typed, name: rest.join(' '), unit: first } : typed;
}

/** A separator inside brackets belongs to what they hold. */
function splitOutsideBrackets(text: string): readonly string[] {
  const parts: string[] = [];
  let part = '';
  let depth = 0;
  for (const char of text) {
    if (char === '（' || char === '(') depth += 1;
    if (char === '）' || char === ')') depth = Math.max(0, depth - 1);
    // A bracket that is never closed must not swallow the following lines.
    if (char === '\n') depth = 0;
    if (depth === 0 && SEPARATORS.test(char)) {
      parts.push(part);
      part = '';
    } else part += char;
  }
  return [...parts, part];
}
