import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { AutoComplete, Button, Form, Input } from 'antd';
import { useMemo, useState } from 'react';
import { unitDisplayName } from '#domain/records/unit';
import type { UnitChange } from '#domain/records/unit-change';
import { useUnitDirectory } from '../../archive/use-unit-directory.ts';
import { messages } from './messages.ts';
import { useUnitMatcher } from '../../archive/use-unit-matcher.ts';
import styles from './units.module.css';

/** A unit after a change, by its full and short name. */
export type SuccessorName = { readonly full: string; readonly short: string };
export const EMPTY_SUCCESSOR: SuccessorName = { full: '', short: '' };

type SuccessorFieldsProps = {
  readonly kind: Exclude<UnitChange['change'], '撤销'>;
  readonly names: readonly SuccessorName[];
  readonly onChange: (names: readonly SuccessorName[]) => void;
};

/** What there is after a change; where that may be a known unit, known ones are offered. */
export function SuccessorFields({ kind, names, onChange }: SuccessorFieldsProps) {
  const set = (index: number, part: Partial<SuccessorName>) =>
    onChange(names.map((name, place) => (place === index ? { ...name, ...part } : name)));
  const { newName, newShort, nameOf, shortOf } = messages.change;
  const isOne = kind !== '分设';
  return (
    <>
      {names.map((name, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- rows have no other identity
        <div key={index} className={styles['successor']}>
          <Form.Item label={isOne ? newName : nameOf(index)} htmlFor={`change-full-${index}`} required>
            {kind === '更名' ? (
              <Input
                id={`change-full-${index}`}
                autoFocus
                autoComplete="off"
                value={name.full}
                onChange={(event) => set(index, { full: event.target.value })}
              />
            ) : (
              <KnownName id={`change-full-${index}`} value={name.full} onChange={(full) => set(index, { full })} />
            )}
          </Form.Item>
          <Form.Item label={isOne ? newShort : shortOf(index)} htmlFor={`change-short-${index}`}>
            <Input
              id={`change-short-${index}`}
              autoComplete="off"
              placeholder={kind === '更名' ? messages.change.shortKept : ''}
              value={name.short}
              onChange={(event) => set(index, { short: event.target.value })}
            />
          </Form.Item>
          {names.length > 2 && (
            <Button
              type="text"
              icon={<DeleteOutlined aria-hidden />}
              aria-label={messages.change.removeName(index)}
              onClick={() => onChange(names.filter((_, place) => place !== index))}
            />
          )}
        </div>
      ))}
      {kind === '分设' && (
        <Button
          className={styles['alert'] ?? ''}
          size="small"
          icon={<PlusOutlined aria-hidden />}
          onClick={() => onChange([...names, EMPTY_SUCCESSOR])}
        >
          {messages.change.addName}
        </Button>
      )}
    </>
  );
}

type KnownNameProps = {
  readonly id: string;
  readonly value: string;
  readonly onChange: (name: string) => void;
};

/** A name that may be one of a known unit or a new one. */
function KnownName({ id, value, onChange }: KnownNameProps) {
  const directory = useUnitDirectory();
  const [isOpened, setOpened] = useState(false);
  const matches = useUnitMatcher(isOpened);
  const options = useMemo(() => {
    const known = directory.all().filter((unit) => value.trim() !== '' && matches(value, unit));
    return known.map((unit) => ({ key: unit.id, value: unitDisplayName(unit) })).filter((each) => each.value !== value);
  }, [directory, matches, value]);
  return (
    <AutoComplete
      id={id}
      value={value}
      options={options}
      defaultActiveFirstOption={false}
      onFocus={() => setOpened(true)}
      onChange={(name: string) => onChange(name)}
      onInputKeyDown={(event) => {
        if (event.key === 'Tab') event.stopPropagation();
      }}
    />
  );
}
