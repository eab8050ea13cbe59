import { recogniseLevel, type Level } from '../vocabulary/levels.ts';

/** Words of ledgers beyond those that records themselves take. */
const MORE_WORDS: Readonly<Record<string, Level>> = {
  国级: '国家级',
  中央: '国家级',
  中央级: '国家级',
  全国级: '国家级',
  省部: '省部级',
  部: '省部级',
  部委级: '省部级',
  全省: '省部级',
  市厅: '市厅级',
  地市级: '市厅级',
  地厅级: '市厅级',
  地级: '市厅级',
  厅局级: '市厅级',
  全市: '市厅级',
  县处: '县处级',
  县区级: '县处级',
  区县级: '县处级',
  县市区级: '县处级',
  区级: '县处级',
  全县: '县处级',
  其它: '其他',
};
const KIND_OF_HONOUR = /(?:荣誉称号|荣誉|奖励|表彰奖励|表彰|奖项|称号)+$/u;
const LEVEL_WORD = /(?:国家|中央|省部|市厅|地市|厅局|地厅|县处|县区|区县|省|部|市|厅|县|区|处)级/gu;

/** The level that a cell, a section row or a sheet's name means, or null: 国家级荣誉, 地市级, 省部级奖励. */
export function readLevel(text: string): Level | null {
  const word = text.normalize('NFKC').replace(/[\s()、.]+/gu, '');
  return known(word) ?? known(word.replace(KIND_OF_HONOUR, ''));
}

/** The one level that a heading begins with: 国家级荣誉（5项）. None where it speaks of several: 省部级以上表彰情况. */
export function leadingLevel(text: string): Level | null {
  const word = text.normalize('NFKC').replace(/\s+/gu, '');
  const words = word.match(LEVEL_WORD) ?? [];
  if (words.length > 1 || word.includes('以上')) return null;
  const [head = ''] = words;
  const isInFront = head !== '' && word.replace(/^(?:获得|荣获|获)/u, '').startsWith(head);
  return readLevel(word) ?? (isInFront ? known(head) : null);
}

function known(word: string): Level | null {
  return recogniseLevel(word) ?? (Object.hasOwn(MORE_WORDS, word) ? (MORE_WORDS[word] ?? null) : null);
}
