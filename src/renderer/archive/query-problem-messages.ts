import { MAX_SEARCH_LENGTH, MAX_SEARCH_TERMS } from '#domain/search/query/parse-search-text';
import type { ProblemCode } from '#domain/search/query/query-problem';

/** What of a typed search was not read as it may have been meant, in words. */
export const QUERY_PROBLEMS: Readonly<Record<ProblemCode, string>> = {
  'too-long': `只读了前 ${MAX_SEARCH_LENGTH} 个字，后面的没有用来查找`,
  'too-many-terms': `只读了前 ${MAX_SEARCH_TERMS} 个词，后面的没有用来查找`,
  'too-deep': '括号套得太深，里面的括号没有起作用',
  'unclosed-quote': '引号没有成对，按到末尾为止查找',
  'unclosed-parenthesis': '括号没有成对，按到末尾为止查找',
  'stray-parenthesis': '多出的右括号没有起作用',
  'empty-quotes': '引号里没有文字',
  'empty-group': '括号里没有条件',
  'dangling-operator': '“或”的一边没有条件，没有起作用',
  'dangling-minus': '减号后面没有要排除的文字，没有起作用',
  'empty-value': '冒号后面还没有值，这个条件没有起作用',
  'unreadable-year': '年份没有看懂（可写 2019、2019..2021、2019年以来写 2019..），这个条件没有起作用',
  'unknown-level': '没有这个级别，这个条件没有起作用',
  'unknown-kind': '没有这个类型，这个条件没有起作用',
  'unknown-unit': '没有正好叫这个名称的单位，按名称中包含这些字查找',
};
