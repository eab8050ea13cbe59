import { describe, expect, test } from 'vitest';
import { UNKNOWN_DATE } from '../dates/fuzzy-date.ts';
import { describeActivity, describeUndatedActivity } from './describe-activity.ts';
import { activityOf, bodies, halfYear, month, span, undated, wholeYear } from './yearbook-fixtures.ts';

describe('an activity in the chronicle', () => {
  test('says when, what, where, by whom, with whom and how many', () => {
    const activity = activityOf('a-1', {
      series: '模范机关故事汇',
      episode: '第一期',
      place: '市委党校大礼堂',
      hosts: bodies('中共菏泽市委市直机关工作委员会'),
      coHosts: bodies('菏泽市人民检察院', '中共菏泽市委党校'),
      participants: bodies('市直机关各单位'),
      headcount: 320,
      summary: '首期以“炼成记”为主题。',
    });
    expect(describeActivity(activity, 2023)).toEqual([
      '4月28日，模范机关故事汇第一期在市委党校大礼堂举行，由中共菏泽市委市直机关工作委员会主办，' +
        '菏泽市人民检察院、中共菏泽市委党校协办，市直机关各单位参加，共320人。首期以“炼成记”为主题。',
    ]);
  });

  test.each([
    ['only a date', {}, '4月28日举行。'],
    ['only a host', { hosts: bodies('市委') }, '4月28日，活动由市委主办。'],
    ['only a place', { place: '菏泽' }, '4月28日，活动在菏泽举行。'],
    ['only a series', { series: '故事汇', episode: '第三期' }, '4月28日，故事汇第三期举行。'],
    ['an episode that is a bare number', { series: '故事汇', episode: '3' }, '4月28日，故事汇（3）举行。'],
    ['an episode without a series', { episode: '第三期', place: '菏泽' }, '4月28日，第三期活动在菏泽举行。'],
    ['only a head count', { headcount: 20 }, '4月28日，20人参加。'],
    ['a head count of nought, which ledgers write for unknown', { headcount: 0 }, '4月28日举行。'],
    ['only a summary', { summary: '为进一步提升素质，举行决赛' }, '4月28日，为进一步提升素质，举行决赛。'],
    ['a summary that begins with a date', { summary: '4月28日，开讲。' }, '4月28日举行。4月28日，开讲。'],
    [
      'fields that end in punctuation',
      { place: '市委党校。', hosts: bodies('市委，') },
      '4月28日，活动在市委党校举行，由市委主办。',
    ],
    ['names that are blank', { hosts: bodies(' ', '市委'), coHosts: bodies('') }, '4月28日，活动由市委主办。'],
  ])('with %s leaves no dangling punctuation', (_what, changes, text) => {
    expect(describeActivity(activityOf('a-1', changes), 2023)).toEqual([text]);
  });

  test.each([
    [month('2023-09'), '9月，'],
    [halfYear(2023, 1), '上半年，'],
    [wholeYear(2023), '2023年，'],
    [span('2023年5月至7月', '2023-05-01', '2023-07-31'), '2023年5月至7月，'],
    [span('2022—2023年度', '2022-01-01', '2023-12-31'), '2022—2023年度，'],
  ])('is dated no more exactly than it is known', (date, opening) => {
    expect(describeActivity(activityOf('a-1', { date, place: '菏泽' }), 2023)[0]).toBe(`${opening}活动在菏泽举行。`);
  });

  test('keeps the paragraphs of a long summary and ends the last one', () => {
    const activity = activityOf('a-1', { place: '菏泽', summary: '第一段。\n\n 第二段，' });
    expect(describeActivity(activity, 2023)).toEqual(['4月28日，活动在菏泽举行。第一段。', '第二段。']);
  });

  test('of unknown year shows the date as typed, and nothing at all where nothing is known', () => {
    expect(describeUndatedActivity(activityOf('a-1', { date: undated('去年春') }))).toEqual(['日期原文为“去年春”。']);
    expect(describeUndatedActivity(activityOf('a-1', { date: UNKNOWN_DATE }))).toEqual(['日期未载。']);
  });
});
