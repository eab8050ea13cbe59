import { describe, expect, it } from 'vitest';
import { readFileName } from './file-name-text.ts';
import { matchFileNames, type MatchableRecord } from './match-file-names.ts';

function record(id: string, title: string, more: Partial<MatchableRecord> = {}): MatchableRecord {
  return { id, kind: 'honor', title, year: null, bodies: [], documentNo: '', certificateNo: '', fileCode: '', ...more };
}

function matchOne(fileName: string, records: readonly MatchableRecord[]) {
  const [match] = matchFileNames([fileName], records);
  if (match === undefined) throw new Error('no answer');
  return match;
}

const RECORDS: readonly MatchableRecord[] = [
  record('court-2021', '全国优秀法院', { year: 2021, bodies: ['市中级人民法院', '市中院', '最高人民法院'] }),
  record('court-2018', '全国优秀法院', { year: 2018, bodies: ['市中级人民法院', '市中院', '最高人民法院'] }),
  record('brand', '暖1℃', { kind: 'activity', bodies: ['市人社局'] }),
  record('plaque', '省级文明单位', { year: 2023, fileCode: 'HZ-2023-015' }),
  record('other', '省级文明校园', { year: 2023, fileCode: 'HZ-2023-0151' }),
  record('decision-a', '全市先进基层党组织', { year: 2023, documentNo: '菏组发〔2023〕5号' }),
  record('decision-b', '全市优秀共产党员', { year: 2023, documentNo: '菏组发〔2023〕5号' }),
  record('certificate', '三等奖', { year: 2020, certificateNo: 'NO.20200731' }),
];

describe('a file name', () => {
  it.each([
    ['2021年市中院全国优秀法院证书.jpg', 'sure', 'court-2021'],
    ['市中院 全国优秀法院 2018.pdf', 'sure', 'court-2018'],
    ['二〇二一年市中院全国优秀法院.jpg', 'sure', 'court-2021'],
    ['20210712全国优秀法院-2.jpg', 'sure', 'court-2021'],
    ['HZ-2023-015 奖牌.pdf', 'sure', 'plaque'],
    ['hz2023015(3).pdf', 'sure', 'plaque'],
    ['ＨＺ—2023—0151.pdf', 'sure', 'other'],
    ['三等奖no20200731.jpg', 'sure', 'certificate'],
    ['菏组发[2023]5号 全市先进基层党组织.pdf', 'sure', 'decision-a'],
    ['市人社局—暖1℃(2).png', 'likely', 'brand'],
    ['D:\\扫描\\2021年全国优秀法院.tif', 'sure', 'court-2021'],
  ])('%j is %s of %s', (fileName, verdict, id) => {
    const match = matchOne(fileName, RECORDS);
    expect([match.verdict, match.proposals[0]?.id]).toEqual([verdict, id]);
  });

  it('is never sure between two records that fit as well', () => {
    for (const fileName of [
      '全国优秀法院证书.jpg',
      '市中院全国优秀法院.pdf',
      '菏组发〔2023〕5号.pdf',
      '2016年全国优秀法院.jpg',
    ]) {
      const match = matchOne(fileName, RECORDS);
      expect([fileName, match.verdict]).not.toEqual([fileName, 'sure']);
    }
    const twins = [record('a', '全国优秀法院', { year: 2021 }), record('b', '全国优秀法院', { year: 2021 })];
    expect(matchOne('2021年全国优秀法院.jpg', twins)).toMatchObject({
      verdict: 'likely',
      proposals: [{ id: 'a' }, { id: 'b' }],
    });
    const sameCode = [
      record('a', '甲乙丙', { fileCode: 'HZ-2023-015' }),
      record('b', '丁戊己', { fileCode: 'HZ-2023-015' }),
    ];
    expect(matchOne('HZ-2023-015.pdf', sameCode).verdict).toBe('likely');
  });

  it('says why', () => {
    expect(
      matchOne('2021年市中院全国优秀法院证书.jpg', RECORDS).proposals.map((proposal) => ({
        ...proposal,
        score: Number(proposal.score.toFixed(4)),
      })),
    ).toEqual([
      { id: 'court-2021', kind: 'honor', score: 1, reasons: ['title', 'body', 'year'] },
      { id: 'court-2018', kind: 'honor', score: 0.55, reasons: ['title', 'body', 'other-year'] },
    ]);
  });

  it('is likely of a title that it names in part', () => {
    const records = [record('a', '2021年度全国法院系统先进集体', { year: 2021 })];
    expect(matchOne('全国法院系统先进集体.jpg', records)).toMatchObject({
      verdict: 'likely',
      proposals: [{ reasons: ['part-of-title'] }],
    });
  });

  it.each([
    'IMG_2034.JPG',
    'IMG_20210712_102233.jpg',
    '微信图片_20210712102233.jpg',
    '扫描件0001.pdf',
    '2023.pdf',
    '证书.jpg',
    '市中院.jpg',
    '',
    '.jpg',
    '...',
    '\ud800',
    '()',
  ])('%j is of none', (fileName) => {
    expect(matchOne(fileName, RECORDS)).toEqual({ fileName, verdict: 'none', proposals: [] });
  });

  it('does not meet a code inside a longer number', () => {
    expect(matchOne('XHZ-2023-015.pdf', RECORDS).proposals.map(({ id }) => id)).not.toContain('plaque');
    expect(matchOne('HZ-2023-0159.pdf', RECORDS).proposals).toEqual([]);
  });

  it('is not led astray by records that say nothing', () => {
    const empty = [
      record('a', ''),
      record('b', '。'),
      record('c', '奖', { fileCode: '-', certificateNo: '1', documentNo: '号', bodies: ['', '市'] }),
    ];
    expect(matchOne('奖 1 号 市.jpg', empty).proposals).toEqual([]);
  });

  it('has at most five proposals, best first, with scores from 0 to 1', () => {
    const many = Array.from({ length: 20 }, (_, at) =>
      record(`r${at}`, '全国优秀法院', { year: 2010 + at, fileCode: 'HZ-2023-015' }),
    );
    const { proposals } = matchOne('HZ-2023-015 2021年全国优秀法院.pdf', many);
    expect(proposals).toHaveLength(5);
    expect(proposals[0]?.id).toBe('r11');
    const scores = proposals.map(({ score }) => score);
    expect(scores).toEqual(scores.toSorted((a, b) => b - a));
    for (const score of scores) expect(score >= 0 && score <= 1).toBe(true);
  });
});

describe('what a file name says', () => {
  it.each([
    ['IMG_2034.JPG', '', []],
    ['2021年优秀法院(2).jpg', '2021年优秀法院', [2021]],
    ['优秀法院_02.jpg', '优秀法院', []],
    ['2021-2022年度优秀.jpg', '20212022年度优秀', [2021, 2022]],
    ['20210712优秀.jpg', '20210712优秀', [2021]],
    ['IMG_20210712 全国优秀法院.jpg', '全国优秀法院', []],
    ['档案.v2.pdf', '档案v2', []],
    ['.hidden', 'hidden', []],
  ])('%j: %j %j', (name, bare, years) => {
    expect(readFileName(name)).toMatchObject({ bare, years });
  });
});

it('matches 500 files with 3,000 records while somebody waits', () => {
  const many = Array.from({ length: 3_000 }, (_, at) =>
    record(`r${at}`, `${['全国', '全省', '全市'][at % 3]}第${at}批优秀法院先进集体`, {
      year: 2000 + (at % 26),
      fileCode: `HZ-2023-${at}`,
    }),
  );
  const names = Array.from({ length: 500 }, (_, at) => `2021年全省第${at}批优秀法院先进集体证书(${at % 9}).jpg`);
  const started = Date.now();
  expect(matchFileNames(names, many)).toHaveLength(500);
  expect(Date.now() - started).toBeLessThan(10_000);
});
