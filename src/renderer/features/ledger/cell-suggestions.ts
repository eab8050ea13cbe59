import { FLAG_WORDS, isListField } from '#domain/ledger/cell-text';
import type { RecordOf } from '#domain/records/archive-record';
import type { AnyField } from '#domain/records/field';
import { unitNameKey, type UnitDirectory } from '#domain/units/unit-directory';
import { unitDisplayName } from '#domain/records/unit';

/** What is known to stand in cells of a field: a closed list, or names that the archive has. */
export type SuggestionSource = {
  readonly units: UnitDirectory;
  readonly programmes: readonly RecordOf<'programme'>[];
};

const MOST_SUGGESTIONS = 8;
const LAST_ITEM = /[^、；;\n]*$/;

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
  const part = unitNameKey(typedPart(field, text));
  if (isClosedList(field)) {
    const words = field.choices ?? Object.values(FLAG_WORDS);
    return isTyped && part !== '' ? words.filter((word) => unitNameKey(word).includes(part)) : words;
  }
  if (!isTyped || part === '') return [];
  return namesOf(field, source, part).slice(0, MOST_SUGGESTIONS);
}

function namesOf(field: AnyField, { units, programmes }: SuggestionSource, part: string): readonly string[] {
  const fits = (name: string) => unitNameKey(name).includes(part);
  if (field.type === 'bodies' || field.type === 'recipients') {
    const fitting = units.all().filter(({ names }) => names.some(({ name }) => fits(name)));
    return fitting.slice(0, MOST_SUGGESTIONS).map(unitDisplayName);
  }
  if (field.refersTo === 'programme') return programmes.map(({ title }) => title).filter(fits);
  return [];
}
