import { describe, expect, it } from 'vitest';
import { date, FIRST, unit } from '../records/record-fixtures.ts';
import { createGrowingUnitDirectory, createUnitDirectory, unitNameKey } from './unit-directory.ts';

const KINDS = ['full', 'short', 'alias', 'misspelling'] as const;

describe('the unit directory', () => {
  it('finds a unit by every name it is known by', () => {
    const names = KINDS.map((kind) => ({ name: `${kind}名`, kind }));
    const { find } = createUnitDirectory([unit('unit-1', names)]);
    for (const { name } of names) expect(find(name)?.id).toBe('unit-1');
    expect(find('别的单位')).toBeNull();
    expect(find('')).toBeNull();
  });

  it('lets the stronger kind of name win, whichever unit was recorded first', () => {
    for (const [index, weaker] of KINDS.entries()) {
      for (const stronger of KINDS.slice(0, index)) {
        const weak = unit('unit-weak', [{ name: '妇联', kind: weaker }]);
        const strong = unit('unit-strong', [{ name: '妇联', kind: stronger }]);
        expect(createUnitDirectory([weak, strong]).find('妇联')?.id).toBe('unit-strong');
        expect(createUnitDirectory([strong, weak]).find('妇联')?.id).toBe('unit-strong');
      }
    }
  });

  it('lets the unit recorded first win between equals, so that a later one changes nothing', () => {
    const first = unit('unit-1', [{ name: '妇联', kind: 'short' }]);
    const second = unit('unit-2', [{ name: '妇联', kind: 'short' }]);
    expect(createUnitDirectory([first, second]).find('妇联')?.id).toBe('unit-1');
    expect(createUnitDirectory([second, first]).find('妇联')?.id).toBe('unit-2');
  });

  it('tells no names apart by width, blanks or case', () => {
    const { find } = createUnitDirectory([unit('unit-1', '市ABC局（本级）')]);
    for (const spelling of ['市ＡＢＣ局(本级)', ' 市 ABC 局 （本级） ', '市abc局（本级）', '市\u3000ABC\n局（本级）']) {
      expect(find(spelling)?.id).toBe('unit-1');
    }
    expect(find('市ABD局（本级）')).toBeNull();
    expect(unitNameKey('Ａ\u3000b')).toBe('ab');
  });

  it('knows no deleted unit', () => {
    const directory = createUnitDirectory([unit('unit-1', '市财政局', { deletedAt: FIRST.at })]);
    expect(directory.find('市财政局')).toBeNull();
    expect(directory.get('unit-1')).toBeNull();
    expect(directory.all()).toEqual([]);
  });

  it('gives units by id, and no others', () => {
    const { get } = createUnitDirectory([unit('unit-1', '市财政局')]);
    expect(get('unit-1')?.names[0]?.name).toBe('市财政局');
    for (const id of ['', 'unit-2', '__proto__', 'constructor']) expect(get(id)).toBeNull();
  });

  it('lists units by name and leaves the list it was given alone', () => {
    const units = [unit('unit-1', '乙局'), unit('unit-2', '甲局'), unit('unit-3', '丙局')];
    const { all } = createUnitDirectory(units);
    expect(all().map(({ id }) => id)).toEqual(all().map(({ id }) => id));
    expect(new Set(all())).toEqual(new Set(units));
    expect(units.map(({ id }) => id)).toEqual(['unit-1', 'unit-2', 'unit-3']);
  });

  it('finds names that all objects inherit only where a unit has them', () => {
    expect(createUnitDirectory([]).find('__proto__')).toBeNull();
    expect(createUnitDirectory([unit('unit-1', 'constructor')]).find('Constructor')?.id).toBe('unit-1');
  });

  it('lets the date of the record decide between units that had one name at different times', () => {
    const first = unit('unit-1', [{ name: '市文化局', kind: 'full', to: date('2010年3月') }]);
    const second = unit('unit-2', [{ name: '市文化局', kind: 'full', from: date('2019年1月') }]);
    for (const units of [
      [first, second],
      [second, first],
    ]) {
      const { find, findAll } = createUnitDirectory(units);
      expect(find('市文化局', date('2005年'))?.id).toBe('unit-1');
      expect(find('市文化局', date('2021.5'))?.id).toBe('unit-2');
      expect(findAll('市文化局', date('2021.5')).map(({ id }) => id)).toEqual(['unit-2', 'unit-1']);
    }
  });

  it('prefers an alias that held on the date to a full name that did not', () => {
    const ended = unit('unit-1', '市文化局', { activeTo: date('2010年') });
    const later = unit('unit-2', [
      { name: '市文旅局', kind: 'full' },
      { name: '市文化局', kind: 'alias', from: date('2011年') },
    ]);
    const { find } = createUnitDirectory([ended, later]);
    expect(find('市文化局', date('2015年'))?.id).toBe('unit-2');
    expect(find('市文化局')?.id).toBe('unit-1');
  });

  it('resolves a name that nobody had on the date all the same', () => {
    const later = unit('unit-1', [{ name: '市文旅局', kind: 'full', from: date('2019年') }]);
    expect(createUnitDirectory([later]).find('市文旅局', date('2001年'))?.id).toBe('unit-1');
  });

  it('grows', () => {
    const directory = createGrowingUnitDirectory([unit('unit-1', '甲局')]);
    directory.add([unit('unit-2', '乙局')]);
    expect(directory.find('乙局')?.id).toBe('unit-2');
    expect(directory.get('unit-2')?.id).toBe('unit-2');
    expect(directory.all().map(({ id }) => id)).toEqual(['unit-1', 'unit-2']);
  });
});
