import { describe, expect, it } from 'vitest';
import { createPinyinMatcher } from './pinyin-match.ts';
import { loadCharReadings } from './pinyin-readings.ts';

const readings = await loadCharReadings();

describe('the readings of a character', () => {
  it.each([
    ['菏', ['he']],
    ['单', ['dan', 'shan', 'chan']],
    ['重', ['chong', 'zhong']],
    ['鄄', ['juan']],
    ['郓', ['yun']],
    ['〇', ['ling']],
  ])('of %s are %j', (char, expected) => {
    expect(readings(char).toSorted()).toEqual(expected.toSorted());
  });

  it('have v for ü', () => {
    expect(readings('女')).toContain('nv');
    expect(readings('绿')).toContain('lv');
    expect(readings('略')).toContain('lve');
  });

  it.each(['', 'a', '1', '（', '·', '℃', '○', '𠮷', '\ud800', '😀', '菏泽'])('are none for %j', (text) => {
    expect(readings(text)).toEqual([]);
  });

  it('are lower-case syllables, each once, the same at every call', () => {
    for (let code = 0x4e00; code <= 0x9fa5; code += 1) {
      const char = String.fromCharCode(code);
      const found = readings(char);
      expect(found.every((reading) => /^[a-z]{1,6}$/.test(reading))).toBe(true);
      expect(new Set(found).size).toBe(found.length);
    }
    expect(readings('单')).toBe(readings('单'));
  });

  it('are loaded once', async () => {
    expect(await loadCharReadings()).toBe(readings);
  });
});

describe('names of Heze', () => {
  const matcher = createPinyinMatcher(readings);

  it.each([
    ['shanxian', '单县'],
    ['danxian', '单县人民法院'],
    ['caoxian', '曹县'],
    ['juancheng', '鄄城县'],
    ['yuncheng', '郓城县'],
    ['hezezhongyuan', '菏泽中院'],
    ['hzzy', '菏泽中院'],
    ['he泽zy', '菏泽中院'],
    ['hezhy', '菏泽市中级人民法院'],
    ['hzszjrmfy', '菏泽市中级人民法院'],
    ['zhonggonghezeshiweishizhijiguangongzuoweiyuanhui', '中共菏泽市委市直机关工作委员会'],
    ['swszjggw', '市委市直机关工委'],
    ['tongjiju', '市统计局'],
    ['nuan1', '暖1℃'],
    ['flv', '妇女儿童法律援助中心'],
    ['chonggong', '重工'],
    ['zhonggong', '重工'],
    ['yinhang', '中国人民银行'],
  ])('%s finds %s', (typed, name) => {
    expect(matcher.match(typed, name)).not.toBeNull();
  });
});
