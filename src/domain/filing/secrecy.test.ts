import { describe, expect, it, test } from 'vitest';
import { readSecrecy, SECRECY_LEVELS } from './secrecy.ts';

describe('a marking of secrecy', () => {
  it.each(['', ' ', '无', '公开', '无密级', '非涉密', '不涉密'])('%j is none', (text) => {
    expect(readSecrecy(text)).toEqual({ ok: true, value: '无' });
  });

  it.each(['内部', '内 部', '内部资料'])('%j is internal', (text) => {
    expect(readSecrecy(text)).toEqual({ ok: true, value: '内部' });
  });

  it.each([
    '秘密',
    '机密',
    '绝密',
    '秘 密',
    '绝\u3000密',
    '秘密★',
    '机密★10年',
    '绝密★长期',
    '★',
    '国家秘密',
    '涉密',
    '内部（机密）',
    '工作秘密，机密',
  ])('%j is refused as a state secret', (text) => {
    expect(readSecrecy(text)).toEqual({ ok: false, error: { code: 'state-secret' } });
  });

  it('of a work secret is refused under its own name', () => {
    expect(readSecrecy('工作秘密')).toEqual({ ok: false, error: { code: 'work-secret' } });
  });

  it.each(['商业秘密', '一般', '密', '__proto__'])('%j is not guessed', (text) => {
    expect(readSecrecy(text)).toEqual({ ok: false, error: { code: 'not-a-secrecy' } });
  });
});

test('no secret can be chosen, and what can be chosen can be read', () => {
  expect(SECRECY_LEVELS.join('')).not.toMatch(/密/);
  expect(SECRECY_LEVELS.map((level) => readSecrecy(level))).toEqual(
    SECRECY_LEVELS.map((value) => ({ ok: true, value })),
  );
});
