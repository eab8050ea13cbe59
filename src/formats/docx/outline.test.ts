import { expect, it } from 'vitest';
import { composeYearbook } from '#domain/yearbook/compose-yearbook';
import { activityOf, honorOf, OPTIONS, planOf } from '#domain/yearbook/yearbook-fixtures';
import { layOutDocument } from './outline.ts';
import { NO_PICTURES } from './print-picture.ts';

it('the contents list chapters and sections with the pages they begin on', () => {
  // Each of the 40 entries takes two lines of the 22 on a page; the page begins with title, overview and headings.
  const activities = Array.from({ length: 40 }, (_, index) =>
    activityOf(`a-${index}`, { title: '二十个字的标题二十个字的标题二十个字标题', place: '菏泽' }),
  );
  const { tree } = composeYearbook([planOf('p-1'), ...activities, honorOf('h-1')], OPTIONS);
  expect(layOutDocument(tree, NO_PICTURES).outline).toEqual([
    { level: 1, title: '一、大事记', page: 1, bookmark: '_Toc000001' },
    { level: 2, title: '4月', page: 1, bookmark: '_Toc000002' },
    { level: 1, title: '二、工作方案', page: 5, bookmark: '_Toc000003' },
    { level: 1, title: '三、荣誉', page: 6, bookmark: '_Toc000004' },
    { level: 2, title: '（一）国家级', page: 6, bookmark: '_Toc000005' },
  ]);
});
