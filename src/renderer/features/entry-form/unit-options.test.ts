import { expect, test } from 'vitest';
import { date, unit } from '#domain/records/record-fixtures';
import { createUnitDirectory } from '#domain/units/unit-directory';
import { unitsByUse } from './unit-options.ts';

const renamed = unit('unit-1', [], {
  names: [
    { name: '示例旧局', kind: 'full', from: date(''), to: date('2018年12月') },
    { name: '示例新局', kind: 'full', from: date('2019年1月'), to: date('') },
  ],
});
const units = createUnitDirectory([renamed, unit('unit-2', '示例院')]);
const offered = (onDate: string, printed = new Map<string, number>()) =>
  unitsByUse(units, printed, onDate === '' ? null : date(onDate)).map(({ text }) => text);

test('a unit is offered by the name that it had on the date of the record', () => {
  expect(offered('')).toContain('示例新局');
  expect(offered('2015年')).toContain('示例旧局');
  expect(offered('2020年')).toContain('示例新局');
});

test('units that are named most stand first, whatever they were called', () => {
  expect(
    offered(
      '',
      new Map([
        ['示例院', 2],
        ['示例旧局', 1],
      ]),
    ),
  ).toEqual(['示例院', '示例新局']);
  expect(
    offered(
      '',
      new Map([
        ['示例院', 2],
        ['示例旧局', 3],
      ]),
    ),
  ).toEqual(['示例新局', '示例院']);
});
