import { FLAG_WORDS, isListField } from '#domain/ledger/cell-text';
import type { PinyinMatcher } from '#domain/pinyin/pinyin-match';
import type { RecordOf } from '#domain/records/archive-record';
import type { AnyField } from '#domain/records/field';
import type { UnitDirectory } from '#domain/units/unit-directory';
import { unitDisplayName } from '#domain/records/unit';

/** What is known to stand in cells of a field: a closed list, or names that the archive has. */
export type SuggestionSource = {
  readonly units: UnitDirectory;
  readonly programmes: readonly RecordOf<'programme'>[];
  readonly matcher: PinyinMatcher;
};

const MOST_SUGGESTIONS = 8;
/** A unit may be found by several of its names; so many more are ranked than are shown. */
const NAMES_EACH = 3;
const SEPARATORS = /[、；;\n]/;
const LAST_ITEM = /[^、；;\n]*$/;
const PINYIN = /^[a-z][a-z' ]+$/;

/** The part of a cell's text that is being typed: the last item of a list, else all of it. */
function typedPart(field: AnyField, text: string): string {
  return isListField(field) ? (LAST_ITEM.exec(text)?.[0] ?? '').trim() : text.trim();
}

/** A cell's text with a suggestion in the place of what is being typed. */
export function withSuggestion(field: AnyField, text: string, suggestion: string): string {
  return isListField(field) ? text.replace(LAST_ITEM, () => suggestion) : suggestion;
}

/** Whether all that can stand in a cell is suggested. */
export function isClosedList(field: AnyField): boolean {
  return field.choices !== undefined || field.type === 'flag';
}

/** What may be meant by the text of a cell; a closed list is offered whole as long as nothing new was typed. */
export function suggestionsFor(
  field: AnyField,
  text: string,
  isTyped: boolean,
  source: SuggestionSource,
): readonly string[] {
  const part = typedPart(field, text);
  const words = isClosedList(field) ? (field.choices ?? Object.values(FLAG_WORDS)) : null;
  if (!isTyped || part === '') return words ?? [];
  const names = words?.map((word) => ({ name: word, text: word })) ?? namesOf(field, source);
  const ranked = source.matcher.rank(part, names, ({ name }) => name, MOST_SUGGESTIONS * NAMES_EACH);
  return [...new Set(ranked.map(({ item }) => item.text))].slice(0, MOST_SUGGESTIONS);
}

/** Whether letters are typed that are no name yet: somebody means one by its pinyin. */
export function isPinyinTyped(field: AnyField, text: string): boolean {
  return PINYIN.test(typedPart(field, text));
}

/** Names of bodies in a cell's text that are nothing but letters and known to nobody: pinyin that was never completed. */
export function strayPinyin(field: AnyField, text: string, units: UnitDirectory): readonly string[] {
  if (field.type !== 'bodies') return [];
  const names = text.split(SEPARATORS).map((name) => name.trim());
  return names.filter((name) => PINYIN.test(name) && units.find(name) === null);
}

/** A name by which something is found, and what then stands in the cell. */
type Named = { readonly name: string; readonly text: string };

function namesOf(field: AnyField, { units, programmes }: SuggestionSource): readonly Named[] {
  if (field.type === 'bodies' || field.type === 'recipients') {
    return units.all().flatMap((unit) => unit.names.map(({ name }) => ({ name, text: unitDisplayName(unit) })));
  }
  if (field.refersTo === 'programme') {
    return programmes.flatMap(({ title, aliases }) => [title, ...aliases].map((name) => ({ name, text: title })));
  }
  return [];
}
