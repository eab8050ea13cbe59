/** A command line, split up but not yet judged: which commands and options exist is for the renderer to know. */
export type ParsedArguments = {
  readonly name: string;
  readonly arguments: readonly string[];
  readonly options: Readonly<Record<string, string | true>>;
};

const SWITCHES: ReadonlySet<string> = new Set([
  'json',
  'help',
  'undated',
  'certificates',
  'gaps',
  'explain',
  'facets',
  'exact',
  'dry-run',
  'only-valid',
  'keep-edited',
  'verified',
  'revoked',
  'unknown-level',
  'read-only',
  'yes',
]);

/**
 * Reads `name argument… --option value --switch`. Everything behind a bare `--` is an argument, so that a search can
 * begin with a dash. An option at the end without its value is kept as `true`, for a message that names it.
 */
export function parseArguments(words: readonly string[]): ParsedArguments {
  const plain: string[] = [];
  const options: Record<string, string | true> = Object.create(null) as Record<string, string | true>;
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index] ?? '';
    if (word === '--') {
      plain.push(...words.slice(index + 1));
      break;
    }
    const option = /^--([a-z][a-z-]*)(?:=(.*))?$/s.exec(word);
    if (!option) {
      plain.push(word);
      continue;
    }
    const [, key = '', inline] = option;
    const next = words[index + 1];
    if (inline !== undefined) options[key] = inline;
    else if (SWITCHES.has(key) || next === undefined || next.startsWith('--')) options[key] = true;
    else {
      options[key] = next;
      index += 1;
    }
  }
  const [name = '', ...rest] = plain;
  return { name, arguments: rest, options: { ...options } };
}
