import { describe, expect, test } from 'vitest';
import { answerQuestion, type Answer } from '#domain/answer/answer-question';
import type { AnswerQuestion } from '#domain/answer/answer-request';
import { events, QUESTION, sourceOf, wonBy } from '#domain/answer/answer-fixtures';
import { date } from '#domain/records/record-fixtures';
import { answerMessages, answerSentence, caveatSentence, ruleSentences, sharesSentences } from './answer-messages.ts';

const NAMES: Readonly<Record<string, string>> = {
  'unit-A': '示例市水务局',
  'unit-B': '示例市水利局',
  'unit-C': '示例市水务集团',
};
const nameOf = (id: string) => NAMES[id] ?? id;
const HONORS = [
  wonBy('A', 'a', '2016'),
  wonBy('B', 'b', '2014年5月4日'),
  wonBy('A', 'c', '2016', { collective: false }),
  wonBy('A', 'd', '', {}),
  wonBy('A', 'e', '2015', events('撤销')),
  wonBy('A', 'f', '2017', { level: '省部级' }),
];
const SINCE: Partial<AnswerQuestion> = { from: date('2014'), levels: ['国家级'] };
const ask = (question: Partial<AnswerQuestion> = {}): Answer =>
  answerQuestion({ ...QUESTION, ...SINCE, ...question }, sourceOf(HONORS));

describe('an answer in words', () => {
  test('says unit, line, window, level and number', () => {
    expect(answerSentence(ask({ line: 'predecessors' }), nameOf)).toBe(
      '2014年以来，示例市水务局（含前身示例市水利局）共获国家级荣誉3项，其中集体2项、个人1项。',
    );
    expect(answerSentence(ask({ line: 'own', from: null, to: date('2016'), recipients: 'collective' }), nameOf)).toBe(
      '截至2016年，示例市水务局共获国家级集体荣誉1项。',
    );
    expect(answerSentence(ask({ unitId: null, from: date('2014'), to: date('2014'), levels: [] }), nameOf)).toBe(
      '2014年，全部单位共获荣誉1项，为集体荣誉。',
    );
    expect(answerSentence(ask({ line: 'own', from: date('2020'), to: date('2023') }), nameOf)).toBe(
      '2020年至2023年，示例市水务局没有国家级荣誉的记录。',
    );
  });

  test('says what is not counted, and nothing when there is nothing', () => {
    expect(caveatSentence(ask())).toBe('另有时间不详的1项、已撤销的1项未计入。');
    expect(caveatSentence(ask({ from: null, revoked: true }))).toBe('');
  });

  test('says shares where they say more than the number', () => {
    expect(sharesSentences(ask())).toEqual(['按年份分：2014年1项、2016年2项。']);
    expect(sharesSentences(ask({ levels: [] }))[0]).toBe('按级别分：国家级3项、省部级1项。');
    expect(sharesSentences(ask({ line: 'own', recipients: 'individual' }))).toEqual([]);
  });

  test('names the parts of the rule as they were chosen', () => {
    const usual = ruleSentences(ask(), nameOf).join('');
    expect(usual).toContain('计示例市水务局及其前身示例市水利局和后继示例市水务集团（含本单位人员）获得的荣誉。');
    expect(usual).toContain('只计国家级，级别未定的不计。日期跨时段的按结束时间计，时间不详的不计。');
    expect(usual).toContain('已撤销的不计');
    const other: Partial<AnswerQuestion> = { line: 'own', dates: 'any', revoked: true, recipients: 'collective' };
    const chosen = ruleSentences(ask(other), nameOf).join('');
    expect(chosen).toContain('计示例市水务局获得的荣誉，不含前身和后继。');
    expect(chosen).toContain('日期有一部分在时段内的即计');
    expect(chosen).toContain('只计集体荣誉。已撤销的也计。');
  });

  test('names numbers that follow each other as a range, and many titles by their count', () => {
    const { leftOut, lacking } = answerMessages.sheet;
    expect(
      lacking(
        [
          { gap: 'no-document', numbers: [1, 2, 3, 5, 8, 9] },
          { gap: 'unverified', numbers: [1, 2, 3, 4, 5, 6, 7, 8, 9] },
        ],
        9,
      ),
    ).toBe('待补：缺文号6项（序号1至3、5、8至9）；待核实9项（全部）。');
    const honors = ['甲', '乙', '丙', '丁'].map((title) => wonBy('A', title, ''));
    expect(leftOut([{ reason: 'undated', honors }])).toBe('未计入：时间不详的4项（甲、乙、丙等4项）。');
  });
});
