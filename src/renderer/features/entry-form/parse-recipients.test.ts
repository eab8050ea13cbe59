import { expect, test } from 'vitest';
import { parseRecipients } from './parse-recipients.ts';

const parse = (text: string) => parseRecipients(text, (name) => name === '示例中院');
const person = (name: string, unit = '', role = '') => ({ name, unit, role });

test('persons are read by name, unit and role', () => {
  expect(parse('甲某')).toEqual([person('甲某')]);
  expect(parse('甲某（示例中院）')).toEqual([person('甲某', '示例中院')]);
  expect(parse('甲某(示例中院, 领队)')).toEqual([person('甲某', '示例中院', '领队')]);
  expect(parse('甲某、乙某（示例中院）；丙某')).toEqual([person('甲某'), person('乙某', '示例中院'), person('丙某')]);
});

test('a separator in brackets does not end a person, an open bracket does not swallow the next line', () => {
  expect(parse('甲某（示例一室、二室）、乙某')).toEqual([person('甲某', '示例一室、二室'), person('乙某')]);
  expect(parse('甲某（示例中院\n乙某')).toEqual([person('甲某', '示例中院'), person('乙某')]);
});

test('a known unit may stand before the name, any other first word belongs to the name', () => {
  expect(parse('示例中院 甲某')).toEqual([person('甲某', '示例中院')]);
  expect(parse('John Smith')).toEqual([person('John Smith')]);
});

test('lines of a sheet have the name, the unit and the role in their cells', () => {
  expect(parse('甲某\t示例中院\t领队\n乙某\t示例一室\n丙某')).toEqual([
    person('甲某', '示例中院', '领队'),
    person('乙某', '示例一室'),
    person('丙某'),
  ]);
});

test('nothing typed is nobody', () => {
  expect(parse(' 、；')).toEqual([]);
  expect(parse('（示例中院）')).toEqual([person('（示例中院）')]);
});
