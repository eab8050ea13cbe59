import type { FuzzyDate } from '#domain/dates/fuzzy-date';
import type { UnitName, Unit } from '#domain/records/unit';
import { toBoundaryRecord } from '#domain/records/boundary-record';

/** A date in a form: as it is stored, or as it is being typed. */
export type DateInput = FuzzyDate | string;

export type NameRow = {
  readonly name: string;
  readonly kind: UnitName['kind'];
  readonly from: DateInput;
  readonly to: DateInput;
};
export type BrandRow = {
  readonly name: string;
  readonly since: DateInput;
  readonly summary: string;
  readonly source: string;
};

/** What stands in the form of a unit: the unit at its boundary, where a date may still be text that nobody has read. */
export type UnitFormValues = {
  readonly names: readonly NameRow[];
  readonly unitType: string;
  readonly level: Unit['level'];
  readonly parent: Unit['parent'];
  readonly activeFrom: DateInput;
  readonly activeTo: DateInput;
  readonly brands: readonly BrandRow[];
  readonly note: string;
  readonly source: string;
};

export const EMPTY_NAME: NameRow = { name: '', kind: 'full', from: '', to: '' };
export const EMPTY_BRAND: BrandRow = { name: '', since: '', summary: '', source: '' };

const EMPTY_FORM: UnitFormValues = {
  names: [EMPTY_NAME],
  unitType: '不详',
  level: null,
  parent: null,
  activeFrom: '',
  activeTo: '',
  brands: [],
  note: '',
  source: '',
};

export function unitFormOf(unit: Unit | null): UnitFormValues {
  if (!unit) return EMPTY_FORM;
  const { kind: _kind, id: _id, ...values } = toBoundaryRecord(unit);
  return withoutBlankRows(values);
}

/** A date field's text: typed text as it is, a stored date by what was typed or printed then. */
export function dateText(value: DateInput): string {
  return typeof value === 'string' ? value : value.raw;
}

/** Without rows that nothing was filled into, so that problems are told at the rows that the person sees. */
export function withoutBlankRows(values: UnitFormValues): UnitFormValues {
  const isBlank = (texts: readonly string[]) => texts.every((text) => text.trim() === '');
  const names = values.names.filter(({ name, from, to }) => !isBlank([name, dateText(from), dateText(to)]));
  return {
    ...values,
    names: names.length > 0 ? names : [EMPTY_NAME],
    brands: values.brands.filter(
      ({ name, since, summary, source }) => !isBlank([name, dateText(since), summary, source]),
    ),
  };
}
