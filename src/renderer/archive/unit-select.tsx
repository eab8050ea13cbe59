import { Select } from 'antd';
import { useMemo, useState } from 'react';
import { unitDisplayName, type Unit } from '#domain/records/unit';
import { useUnitDirectory } from './use-unit-directory.ts';
import { messages } from './messages.ts';
import { useUnitMatcher } from './use-unit-matcher.ts';

type UnitSelectProps = {
  readonly id?: string;
  readonly label: string;
  readonly value: string | null;
  readonly placeholder?: string;
  readonly exclude?: readonly string[];
  readonly onChange: (unit: Unit | null) => void;
};

const NONE: readonly string[] = [];

/** One of the known units, found by any of its names, by pinyin or by initials. */
export function UnitSelect({ id, label, value, placeholder, exclude = NONE, onChange }: UnitSelectProps) {
  const directory = useUnitDirectory();
  const [isOpened, setOpened] = useState(false);
  const matches = useUnitMatcher(isOpened);
  const options = useMemo(
    () => directory.all().map((unit) => ({ value: String(unit.id), label: unitDisplayName(unit) })),
    [directory],
  );
  return (
    <Select
      {...(id === undefined ? {} : { id })}
      aria-label={label}
      allowClear
      placeholder={placeholder ?? messages.chooseUnit}
      value={value}
      showSearch={{
        filterOption: (typed, option) => {
          const unit = directory.get(option?.value ?? '');
          return unit !== null && matches(typed, unit);
        },
      }}
      onOpenChange={(open) => open && setOpened(true)}
      onInputKeyDown={(event) => {
        // Left to itself the list would take Tab as a choice of the item that happens to be marked.
        if (event.key === 'Tab') event.stopPropagation();
      }}
      options={options.filter((option) => option.value === value || !exclude.includes(option.value))}
      onChange={(chosen) => onChange(chosen ? directory.get(chosen) : null)}
    />
  );
}
