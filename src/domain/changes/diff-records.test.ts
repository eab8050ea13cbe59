import { describe, expect, it } from 'vitest';
import { activity, date, FIRST, honor, plan, recipient, unit } from '../records/record-fixtures.ts';
import type { RecordId, UnitId } from '../records/record-base.ts';
import { diffRecords, isSame } from './diff-records.ts';
import type { FieldWords } from './field-text.ts';

const words: FieldWords = {
  flag: (name, value) => `${name}=${value ? '是' : '否'}`,
  choice: (_name, value) => value,
  target: (id) => `〔${id}〕`,
};

const shown = (...revisions: Parameters<typeof diffRecords>) =>
  diffRecords(...revisions).map(({ name, beforeText, afterText }) => [name, beforeText, afterText]);

describe('the differences of two revisions', () => {
  it('are none when only the bookkeeping differs', () => {
    expect(shown(honor(), honor({ revision: 7, updatedBy: '示例乙某' }), words)).toEqual([]);
  });

  it('are told field by field, in the order in which fields are entered', () => {
    const after = honor({ title: '改过', level: null, collective: false, date: date('2021.7'), works: [] });
    expect(shown(honor(), after, words)).toEqual([
      ['title', '全国先进基层党组织', '改过'],
      ['date', '2021年6月28日', '2021年7月（2021.7）'],
      ['collective', 'collective=是', 'collective=否'],
      ['level', '国家级', ''],
      ['works', '政治建设、中心任务', ''],
    ]);
  });

  it('show rows line by line and bodies as printed', () => {
    const before = activity();
    const after = activity({
      hosts: [...before.hosts, { printed: '市乙局', unitId: 'unit-2' as UnitId }],
      results: [{ name: '示例选手', unit: { printed: '市甲局', unitId: 'unit-1' as UnitId }, result: '一等奖' }],
      headcount: null,
    });
    expect(shown(before, after, words)).toEqual([
      ['hosts', '市委市直机关工委', '市委市直机关工委、市乙局'],
      ['headcount', '120', ''],
      ['results', '', '示例选手，市甲局，一等奖'],
    ]);
  });

  it('show a date that was only written otherwise', () => {
    expect(shown(plan({ issued: date('2020.3') }), plan({ issued: date('2020年3月') }), words)).toEqual([
      ['issued', '2020年3月（2020.3）', '2020年3月'],
    ]);
  });

  it('name what is pointed at when the printed names are the same', () => {
    const [before, after] = [recipient('市人社局', 'unit-old'), recipient('市人社局', 'unit-new')];
    expect(shown(honor({ recipients: [before] }), honor({ recipients: [after] }), words)).toEqual([
      ['recipients', '市人社局（→ 〔unit-old〕）', '市人社局（→ 〔unit-new〕）'],
    ]);
    const supersedes = { printed: '旧办法', id: 'plan-0' as RecordId };
    expect(shown(plan({ supersedes: { ...supersedes, id: null } }), plan({ supersedes }), words)).toEqual([
      ['supersedes', '旧办法', '旧办法（→ 〔plan-0〕）'],
    ]);
  });

  it('of a new record are all that it says', () => {
    const names = diffRecords(null, unit('unit-1', '市甲局'), words).map(({ name }) => name);
    expect(names).toEqual(['names', 'unitType']);
  });
});

describe('two values', () => {
  it('are the same whatever the order of their keys', () => {
    expect(isSame({ raw: '', end: null }, { end: null, raw: '' })).toBe(true);
    expect(isSame([{ a: 1 }, { a: 2 }], [{ a: 2 }, { a: 1 }])).toBe(false);
    expect(isSame([1], [1, 2])).toBe(false);
    expect(isSame({ a: undefined }, { b: undefined })).toBe(false);
    expect(isSame(FIRST, null)).toBe(false);
  });
});
