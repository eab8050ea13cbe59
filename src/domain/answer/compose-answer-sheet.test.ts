import { describe, expect, test } from 'vitest';
import { documentBlocks, documentEntryIds } from '../document/document-tree.ts';
import type { Honor } from '../records/honor.ts';
import { createUnitDirectory } from '../units/unit-directory.ts';
import { bodies } from '../yearbook/yearbook-fixtures.ts';
import { events, QUESTION, sourceOf, wonBy } from './answer-fixtures.ts';
import { answerQuestion } from './answer-question.ts';
import { composeAnswerSheet, type AnswerSheetWords } from './compose-answer-sheet.ts';

const WORDS: AnswerSheetWords = {
  title: '示例市水务局荣誉答询单',
  question: '问',
  answer: '答',
  remarks: ['按年份', '口径'],
  columns: ['序号', '时间', '名称', '获奖', '授予'],
  level: (level, count) => `${level ?? '未定'}${count}`,
  leftOut: (groups) => groups.map(({ reason, honors }) => `${reason}: ${honors.map(({ id }) => id).join()}`).join('; '),
  lacking: (groups) => groups.map(({ gap, numbers }) => `${gap}: ${numbers.join()}`).join('; '),
  signature: '示例单位 2026年11月24日',
};
const PROPERTIES = { title: '答询单', subject: '', creator: '示例单位', compiledOn: '2026-11-24' };

function compose(honors: readonly Honor[], certified: readonly string[] = []) {
  const answer = answerQuestion(QUESTION, sourceOf(honors, certified));
  return composeAnswerSheet(answer, WORDS, PROPERTIES, createUnitDirectory([]));
}

/** The blocks in short: texts as they are, of tables the first cells of their rows. */
function inShort(honors: readonly Honor[], certified: readonly string[] = []) {
  return documentBlocks(compose(honors, certified)).map((block) => {
    if (block.kind === 'table') return block.rows.map(({ cells }) => cells[0]);
    if (block.kind === 'figure' || block.kind === 'chart') return block.caption;
    if (block.kind === 'index') return block.groups.length;
    return block.kind === 'entry' ? block.title : block.text;
  });
}

describe('an answer sheet', () => {
  test('begins with question, answer and rule, and ends with who made it and when', () => {
    const honors = [wonBy('A', 'a', '2016')];
    const { cover, contentsTitle, opening } = compose(honors);
    expect([cover, contentsTitle, opening.titleLines]).toEqual([null, null, [WORDS.title, WORDS.question]]);
    expect(inShort(honors)).toEqual([
      '答',
      '按年份',
      '口径',
      ['1'],
      'no-certificate: 1; no-document: 1; unverified: 1',
      WORDS.signature,
    ]);
  });

  test('lists each honour once, by level when there are several, and names what is missing by its number', () => {
    const honors = [
      wonBy('A', 'late', '2018', { level: '省部级', documentNo: '示发〔2018〕1号' }),
      wonBy('A', 'low', '2016', { level: '省部级', verification: '已核实' }),
      wonBy('AB', 'high', '2017'),
      wonBy('A', 'back', '2017', events('撤销')),
    ];
    expect(documentEntryIds(compose(honors))).toEqual(['high', 'low', 'late']);
    expect(inShort(honors, ['high']).slice(3, -1)).toEqual([
      '（一）国家级1',
      ['1'],
      '（二）省部级2',
      ['2', '3'],
      'revoked: back',
      'no-certificate: 2,3; no-document: 1,2; unverified: 1,3',
    ]);
  });

  test('says of each honour when, what, who, by whom and by which document', () => {
    const honor = wonBy('AB', 'a', '2016年12月30日', {
      title: '示例先进集体',
      awardedBy: bodies('示例甲部', '示例乙部'),
      documentNo: '示发〔2016〕1号',
    });
    const [table] = documentBlocks(compose([honor])).flatMap((block) => (block.kind === 'table' ? [block] : []));
    expect(table?.rows[0]?.cells).toEqual([
      '1',
      '2016年\n12月30日',
      '示例先进集体',
      '名A、名B',
      '示例甲部、示例乙部\n示发〔2016〕1号',
    ]);
  });

  test('says that there is none without an empty table', () => {
    expect(inShort([])).toEqual(['答', '按年份', '口径', WORDS.signature]);
  });
});
