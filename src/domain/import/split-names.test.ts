import { describe, expect, it } from 'vitest';
import { splitNames } from './split-names.ts';

const names = (text: string, isKnown?: (name: string) => boolean) => splitNames(text, isKnown).names;

describe('names in one cell', () => {
  it.each([
    [
      'at marks',
      '示例市水务局、示例市财政局，示例市审计局；示例市委党校',
      ['示例市水务局', '示例市财政局', '示例市审计局', '示例市委党校'],
    ],
    ['at line breaks', '示例市水务局\n示例市财政局', ['示例市水务局', '示例市财政局']],
    ['at blanks between units', '示例市水务局　示例市财政局', ['示例市水务局', '示例市财政局']],
    ['at blanks between persons', '张　三　李示例 王五', ['张三', '李示例', '王五']],
    ['at 和 between units', '示例市水务局和示例市财政局', ['示例市水务局', '示例市财政局']],
    [
      'at 及 between units that have 和 themselves',
      '示例市发展和改革委员会及示例市文化和旅游局',
      ['示例市发展和改革委员会', '示例市文化和旅游局'],
    ],
  ])('are taken apart %s', (_, text, expected) => {
    expect(names(text)).toEqual(expected);
  });

  it.each([
    ['a line break inside', '示例市\n水务局', '示例市水务局'],
    ['a line break between its parts', '示例市人力资源和\n社会保障局', '示例市人力资源和社会保障局'],
    ['a line break before an office', '中共示例市委\n组织部', '中共示例市委组织部'],
    ['blanks to fill the cell', '示例市　水务局', '示例市水务局'],
    ['和 inside', '示例市人力资源和社会保障局', '示例市人力资源和社会保障局'],
    ['和 that begins another word', '示例社会和谐促进办公室', '示例社会和谐促进办公室'],
    ['marks in brackets', '示例公司（含一、二分公司）', '示例公司（含一、二分公司）'],
  ])('are one with %s', (_, text, expected) => {
    expect(names(text)).toEqual([expected]);
  });

  it('do both in one cell', () => {
    expect(names('示例市\n水务局\n示例市财政局')).toEqual(['示例市水务局', '示例市财政局']);
  });

  it('are left alone when the archive knows the whole', () => {
    expect(names('示例市委、市政府', (name) => name === '示例市委、市政府')).toEqual(['示例市委、市政府']);
  });

  it.each([
    ['示例市水务局等5个单位', 5],
    ['示例市水务局等十二家单位', 12],
    ['示例市水务局等', 0],
  ])('say that others are left out: %s', (text, andOthers) => {
    expect(splitNames(text)).toEqual({ names: ['示例市水务局'], andOthers });
  });

  it('are none in a blank cell', () => {
    expect(names(' \n ')).toEqual([]);
  });
});
