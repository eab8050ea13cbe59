import { expect, it } from 'vitest';
import { documentPictures } from '../document/document-tree.ts';
import type { RecordId } from '../records/record-base.ts';
import { date, honor } from '../records/record-fixtures.ts';
import { bare, pointTo } from '../units/unit-fixtures.ts';
import { composeCertificateList } from './compose-certificate-list.ts';
import type { CertificateListOptions } from './certificate-list-options.ts';

const OPTIONS: CertificateListOptions = {
  window: { from: '2020-01-01', to: '2023-12-31' },
  unit: null,
  level: null,
  includeUndated: false,
  title: '示例证书清单',
  editor: '示例单位',
  compiledOn: '2026-11-30',
};
const file = (id: string, owner: string, content: object) =>
  bare('attachment', id, { owner: pointTo(owner), role: '证书', mime: 'image/jpeg', sha256: `${id}-hash`, ...content });
const RECORDS = [
  honor({ id: 'h-1' as RecordId, title: '示例甲', date: date('2021.6.28'), certificateNo: '示例-0001' }),
  honor({ id: 'h-2' as RecordId, title: '示例乙', date: date('2022年') }),
  honor({ id: 'h-3' as RecordId, title: '示例丙', date: date('2019年') }),
  file('a-2', 'h-1', { position: 1, mime: 'application/pdf', name: '示例证书.pdf' }),
  file('a-1', 'h-1', { position: 0, name: '示例证书.jpg', rotation: 90 }),
  file('a-3', 'h-2', { role: '文件扫描件' }),
];

it('shows each certificate, names what is no picture, and lists honours without one at the end', () => {
  const { tree, chosen, perChapter } = composeCertificateList(RECORDS, OPTIONS);
  expect(tree.orientation).toBe('landscape');
  expect(chosen.map(({ id }) => id)).toEqual(['h-1', 'h-2']);
  expect(perChapter).toEqual({ certified: 1, uncertified: 1 });
  expect(tree.opening.blocks.at(-1)).toEqual({
    kind: 'note',
    text: '共有荣誉2项，证书和奖牌照片2件，其中1项没有证书附件，列于末尾。',
  });
  expect(tree.chapters.map(({ title }) => title)).toEqual([
    '一、有证书附件的荣誉（1项）',
    '二、没有证书附件的荣誉（1项）',
  ]);
  const [[certified], [uncertified]] = tree.chapters.map(({ blocks }) => blocks) as [never[], never[]];
  expect(certified).toMatchObject({
    rows: [
      {
        entryId: 'h-1',
        cells: [
          '1',
          '示例甲',
          '市人社局',
          '中共中央组织部',
          '国家级',
          '2021年\n6月28日',
          '示例-0001',
          { sha256: 'a-1-hash' },
        ],
      },
      { entryId: null, cells: ['', '', '', '', '', '', '', '示例证书.pdf'] },
    ],
  });
  expect(uncertified).toMatchObject({
    rows: [{ entryId: 'h-2', cells: ['1', '示例乙', '市人社局', '中共中央组织部', '国家级', '2022年', '—'] }],
  });
  expect(documentPictures(tree)).toMatchObject([{ sha256: 'a-1-hash', rotation: 90, name: '示例证书.jpg' }]);
});

it('says so when there is nothing', () => {
  const { tree, chosen } = composeCertificateList(RECORDS, { ...OPTIONS, level: '其他' });
  expect(chosen).toEqual([]);
  expect(tree.opening.blocks.at(-1)).toEqual({ kind: 'paragraph', text: '没有符合范围的荣誉。' });
});
