import { describe, expect, it } from 'vitest';
import { yearsWindow } from '../dates/date-window.ts';
import { chaptersInShort } from '../document/document-fixtures.ts';
import { documentBlocks, documentEntryIds } from '../document/document-tree.ts';
import type { UnitId } from '../records/record-base.ts';
import { recipient, unit } from '../records/record-fixtures.ts';
import { createUnitDirectory } from '../units/unit-directory.ts';
import { bodies, day, honorOf, month, planOf, span, undated, wholeYear } from '../yearbook/yearbook-fixtures.ts';
import { USUAL_DETAILS, type CompilationOptions } from './compilation-options.ts';
import { composeCompilation } from './compose-compilation.ts';

const OPTIONS: CompilationOptions = {
  window: yearsWindow(2021, 2023),
  unit: null,
  level: null,
  groupBy: 'level',
  details: USUAL_DETAILS,
  includeUnverified: true,
  includeUndated: false,
  title: '示例荣誉汇编',
  editor: '示例编纂单位',
  compiledOn: '2024-01-15',
};

const HONORS = [
  honorOf('late', { date: day('2023-05-04') }),
  honorOf('early', { date: month('2021-07') }),
  honorOf('province', { level: '省部级', date: wholeYear(2023), verification: '已核实' }),
  honorOf('over-years', { level: '省部级', date: span('2022—2023年度', '2022-01-01', '2023-12-31') }),
  honorOf('unsettled', { level: null, date: day('2022-01-01') }),
  honorOf('before', { date: day('2020-12-31') }),
  honorOf('after', { date: day('2024-01-01') }),
  honorOf('deleted', { deletedAt: '2024-01-01T00:00:00Z' }),
  honorOf('undated', { date: undated('五月') }),
  planOf('plan'),
];

describe('the honours of some years', () => {
  it('stand by level, then by year, and are counted at the end', () => {
    const { tree, perChapter, omittedUndated } = composeCompilation(HONORS, OPTIONS);
    expect(chaptersInShort(tree)).toEqual({
      '一、国家级荣誉': ['收录国家级荣誉2项。', '（一）2021年', 'early', '（二）2023年', 'late'],
      '二、省部级荣誉': ['收录省部级荣誉2项。', '（一）2023年', 'province', 'over-years'],
      '三、级别未定的荣誉': ['收录级别未定的荣誉1项。', '（一）2022年', 'unsettled'],
      '四、统计': [
        expect.stringContaining('2021—2023年'),
        '各年份各级别荣誉数（单位：项）',
        ['2021 1 — — 1', '2022 — — 1 1', '2023 1 2 — 3', '合计 2 2 1 5'],
      ],
    });
    expect(perChapter).toEqual({ 国家级: 2, 省部级: 2, 未定级别: 1, undated: 0 });
    expect(omittedUndated).toBe(1);
  });

  it('are the same document in whatever order they come, each once', () => {
    const { tree, chosen } = composeCompilation(HONORS.toReversed(), OPTIONS);
    expect(tree).toEqual(composeCompilation(HONORS, OPTIONS).tree);
    expect(documentEntryIds(tree).toSorted()).toEqual(chosen.map(({ id }) => id).toSorted());
  });

  it('of a single year have no headings for years, and a single honour is told as one', () => {
    const { tree } = composeCompilation([honorOf('only')], { ...OPTIONS, window: yearsWindow(2023, 2023) });
    expect(chaptersInShort(tree)).toEqual({
      '一、国家级荣誉': ['收录国家级荣誉1项。', 'only'],
      '二、统计': [expect.any(String), expect.any(String), ['2023 1 1', '合计 1 1']],
    });
    expect(tree.cover?.subtitle).toBe('2023年');
    expect(tree.opening.blocks[0]).toMatchObject({
      text: '本汇编收录2023年荣誉1项，为集体荣誉。级别为国家级。其中1项尚待核实。',
    });
  });

  it('may be none', () => {
    const { tree, chosen } = composeCompilation([], OPTIONS);
    expect(tree.chapters).toEqual([]);
    expect(tree.opening.blocks).toEqual([{ kind: 'paragraph', text: '2021—2023年暂无可收录的荣誉。' }]);
    expect(chosen).toEqual([]);
    const undatedAlone = composeCompilation([honorOf('undated', { date: undated('五月') })], {
      ...OPTIONS,
      includeUndated: true,
    });
    expect(undatedAlone.tree.chapters.map(({ title, startsNewPage }) => [title, startsNewPage])).toEqual([
      ['附、日期待考的记录', false],
    ]);
  });

  it('may be of one level, verified only, with the undated ones after the table', () => {
    const scoped = composeCompilation(HONORS, { ...OPTIONS, level: '省部级', includeUnverified: false });
    expect(documentEntryIds(scoped.tree)).toEqual(['province']);
    const { tree } = composeCompilation(HONORS, { ...OPTIONS, includeUndated: true });
    expect(chaptersInShort(tree)).toMatchObject({ '附、日期待考的记录': [expect.any(String), 'undated'] });
    expect(JSON.stringify(tree.chapters)).toContain('日期原文为“五月”');
    const opening = JSON.stringify(tree.opening);
    expect(opening).toContain('荣誉5项，');
    expect(opening).toContain('其中4项尚待核实。另有日期待考的荣誉1项，列于卷末。');
    // They are not in the totals of the opening page either.
    expect(chaptersInShort(tree)['四、统计']?.[2]).toContain('合计 2 2 1 5');
  });
});

describe('the honours by unit', () => {
  const units = createUnitDirectory([
    unit('unit-a', '示例甲局'),
    unit('unit-b', '示例乙局'),
    unit('unit-old', '示例甲委'),
  ]);
  const shared = honorOf('shared', { recipients: [recipient('甲局', 'unit-a'), recipient('乙局', 'unit-b')] });
  const own = honorOf('own', { level: '市厅级', recipients: [recipient('甲局', 'unit-a')] });
  const person = honorOf('person', {
    collective: false,
    recipients: [{ ...recipient('张示例', 'unit-b'), unitPrinted: '示例乙局' }],
  });
  const nobody = honorOf('nobody');
  const old = honorOf('old', { recipients: [recipient('甲委', 'unit-old')], awardedBy: bodies('示例委') });

  it('stand with the first unit that received them, and the others say where', () => {
    const { tree } = composeCompilation([nobody, shared, own, person], { ...OPTIONS, groupBy: 'unit' }, units);
    expect(chaptersInShort(tree)).toMatchObject({
      '一、示例甲局': ['（一）国家级', 'shared', '（二）市厅级', 'own'],
      '二、示例乙局': ['person', '与其他单位共同获得的“先进集体”，见“示例甲局”。'],
      '三、获奖单位未载': ['nobody'],
    });
    expect(documentEntryIds(tree).toSorted()).toEqual(['nobody', 'own', 'person', 'shared']);
  });

  it('may be of more units than numerals are read aloud for', () => {
    const honors = Array.from({ length: 1001 }, (_, index) =>
      honorOf(`honor-${index}`, { recipients: [recipient(`示例${index}局`)] }),
    );
    const { tree } = composeCompilation(honors, { ...OPTIONS, groupBy: 'unit' });
    expect(tree.chapters).toHaveLength(1002);
    expect(tree.chapters[998]?.title).toMatch(/^九百九十九、/);
    expect(tree.chapters[1000]?.title).toMatch(/^1001、/);
  });

  it('may be those of one unit and of what it came out of, not those that it awarded', () => {
    const scope = { name: '示例甲局', ids: ['unit-a', 'unit-old'] };
    const awarded = honorOf('awarded', {
      awardedBy: [{ printed: '示例甲局', unitId: 'unit-a' as UnitId }],
    });
    const { tree } = composeCompilation(
      [shared, own, person, old, awarded],
      { ...OPTIONS, groupBy: 'unit', unit: scope },
      units,
    );
    expect(documentEntryIds(tree).toSorted()).toEqual(['old', 'own', 'shared']);
    expect(tree.chapters.map(({ title }) => title)).toEqual(['一、示例甲局', '二、示例甲委', '三、统计']);
    expect(JSON.stringify(tree.opening)).toContain('收录范围为示例甲局及其前身');
  });
});

describe('what is said of an honour', () => {
  const full = honorOf('full', {
    date: day('2023-05-04'),
    awardedBy: bodies('省委', '省政府'),
    recipients: [{ ...recipient('张示例'), unitPrinted: '示例局' }],
    collective: false,
    documentNo: '鲁发〔2023〕5号',
    round: '第七届',
    certificateNo: 'A-1',
    statusEvents: [{ event: '保留', date: month('2024-03'), basis: '复查通报' }],
  });
  const textOf = (honor: typeof full, details: CompilationOptions['details'] = USUAL_DETAILS) => {
    const blocks = documentBlocks(composeCompilation([honor], { ...OPTIONS, details }).tree);
    return blocks.flatMap((block) => (block.kind === 'entry' ? block.paragraphs : []));
  };

  it('is all that is known, and nothing of what is not', () => {
    expect(textOf(full)).toEqual([
      '2023年5月4日，由省委、省政府授予张示例（示例局）。文号：鲁发〔2023〕5号；届次：第七届；证书编号：A-1。',
      '后续情况：2024年3月保留（复查通报）。',
    ]);
    expect(textOf(honorOf('bare'))).toEqual(['2023年5月4日获得。']);
  });

  it('is what was asked for', () => {
    expect(textOf(full, ['recipients', 'verification'])).toEqual(['获奖者为张示例（示例局）。核实情况：待核实。']);
    expect(textOf(full, [])).toEqual([]);
  });
});
