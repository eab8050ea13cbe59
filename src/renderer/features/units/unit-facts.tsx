import { formatFuzzyDate } from '#domain/dates/fuzzy-date';
import { unitDisplayName, type Unit, type UnitName } from '#domain/records/unit';
import { fieldLabel } from '../../archive/field-labels.ts';
import { useUnitDirectory } from '../../archive/use-unit-directory.ts';
import { FieldList } from '../../components/field-list.tsx';
import { messages } from './messages.ts';
import { UnitLink } from './unit-link.tsx';

/** What a unit is, field by field, empty ones included, so that what is missing can be seen. */
export function UnitFacts({ unit }: { readonly unit: Unit }) {
  const directory = useUnitDirectory();
  const namesOf = (kind: UnitName['kind']) =>
    unit.names
      .filter((name) => name.kind === kind)
      .map(({ name }) => name)
      .join('、');
  const above = unit.parent?.id ? directory.get(unit.parent.id) : null;
  const parent = above ? <UnitLink id={above.id} name={unitDisplayName(above)} /> : (unit.parent?.printed ?? '');
  const label = (name: string) => fieldLabel(name, 'unit');
  return (
    <FieldList
      columns={2}
      testId="unit-facts"
      rows={[
        { label: label('unitType'), value: unit.unitType },
        { label: label('parent'), value: parent },
        { label: label('activeFrom'), value: formatFuzzyDate(unit.activeFrom) },
        { label: label('activeTo'), value: formatFuzzyDate(unit.activeTo) },
        { label: messages.nameKinds.short, value: namesOf('short') },
        { label: label('level'), value: unit.level ?? '' },
        { label: messages.nameKinds.alias, value: namesOf('alias') },
        { label: messages.nameKinds.misspelling, value: namesOf('misspelling') },
        { label: label('note'), value: unit.note, isWide: true },
        { label: label('source'), value: unit.source, isWide: true },
      ]}
    />
  );
}
