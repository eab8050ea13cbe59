import { strFromU8, unzipSync } from 'fflate';
import { expect, it } from 'vitest';
import type { ArchiveRecord } from '#domain/records/archive-record';
import { recipient } from '#domain/records/record-fixtures';
import { cleanText } from '#domain/text/clean-text';
import { composeYearbook } from '#domain/yearbook/compose-yearbook';
import { activityOf, honorOf, OPTIONS } from '#domain/yearbook/yearbook-fixtures';
import { YEARBOOK_CHAPTERS } from '#domain/yearbook/yearbook-options';
import { checkDocx } from './check-docx.ts';
import { entryBookmarks } from './entry-bookmarks.ts';
import { layOutDocument } from './outline.ts';
import { NO_PICTURES } from './print-picture.ts';
import { renderDocx } from './render-docx.ts';

const ALL = { ...OPTIONS, chapters: YEARBOOK_CHAPTERS, special: '\u0000特\uD800载\uFFFF', overview: '𬭎声' };

/** The body of the file, which has passed every check. */
async function soundBody(records: readonly ArchiveRecord[]): Promise<string> {
  const { tree, chosen } = composeYearbook(records, ALL);
  const bytes = await renderDocx(tree);
  const bookmarks = entryBookmarks(tree);
  const expected = chosen.map(({ id, title }) => ({
    title: cleanText(title, 'single').text,
    bookmark: bookmarks.get(id) ?? '',
  }));
  expect(checkDocx(bytes, expected).filter(({ ok }) => !ok)).toEqual([]);
  return strFromU8(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array());
}

it.each<[string, readonly ArchiveRecord[], string]>([
  ['control characters', [activityOf('a-1', { title: '示\u0000例\u001F\u0085', summary: '\u000B一段\uFFFE' })], '示例'],
  ['half characters', [honorOf('h-1', { title: '示例\uD842荣誉', recipients: [recipient('甲\uDFB7')] })], '示例'],
  ['rare characters', [activityOf('a-1', { title: '𠮷林𬭎声', summary: '𠮷𬭎' })], '𠮷林𬭎声'],
  ['markup', [activityOf('a-1', { title: '<w:p>&amp;]]>', summary: '</w:t>' })], '&lt;w:p&gt;&amp;amp;]]&gt;'],
  ['a summary of 4,000 characters', [activityOf('a-1', { summary: '长文𠮷。'.repeat(1000) })], '长文𠮷。'],
  ['no record at all', [], '2023年暂无收录的荣誉。'],
  ['a single record', [honorOf('h-1')], '先进集体'],
])('a yearbook with %s is sound', async (_what, records, shown) => {
  expect(await soundBody(records)).toContain(shown);
});

it('a summary of 4,000 characters takes the pages that it needs', () => {
  const { tree } = composeYearbook([activityOf('a-1', { summary: '长'.repeat(4000) }), honorOf('h-1')], OPTIONS);
  // 4,000 characters are 143 lines of 28, which fill six and a half pages of 22.
  expect(layOutDocument(tree, NO_PICTURES).recordPages.get(honorOf('h-1').id)).toBe(8);
});

it('a yearbook of 10,000 records is sound', { timeout: 120_000 }, async () => {
  const records = Array.from({ length: 10_000 }, (_, index) =>
    index % 2 === 0
      ? honorOf(`h-${index}`, { title: `示例荣誉${index}`, recipients: [recipient(`示例单位${index % 300}`)] })
      : activityOf(`a-${index}`, { title: `示例活动${index}`, summary: '示例摘要。' }),
  );
  expect(await soundBody(records)).toContain('示例荣誉9998');
});
