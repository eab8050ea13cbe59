import type { ResemblanceReason } from '#domain/resemblance/resembling-records';

const MOST_NAMED = 2;

export const messages = {
  title: '相似记录',
  show: '查找',
  hide: '收起',
  keys: 'Ctrl+Shift+F',
  looking: '正在查找…',
  none: '没有与它相似的记录',
  reasons: (reasons: readonly ResemblanceReason[]) => reasons.map(reasonInWords).join('　'),
} as const;

/** Why a record is among those that resemble another, as it is read beside its title. */
function reasonInWords(reason: ResemblanceReason): string {
  switch (reason.type) {
    case 'title':
      return { same: '名称相同', marks: '名称只有标点不同', contains: '名称互相包含', similar: '名称相近' }[reason.how];
    case 'year':
      return `同为${reason.year}年`;
    case 'round':
      return '同一届次';
    case 'documentNo':
      return '同一文号';
    case 'programme':
      return '同一表彰项目';
    case 'series':
      return '同一系列';
    case 'person':
      return `同一人员：${namesIn(reason.texts)}`;
    case 'owner':
      return `同一单位：${namesIn(reason.texts)}`;
    case 'giver':
      return `同一授予单位：${namesIn(reason.texts)}`;
  }
}

function namesIn(texts: readonly string[]): string {
  const named = texts.slice(0, MOST_NAMED).join('、');
  return texts.length > MOST_NAMED ? `${named}等 ${texts.length} 个` : named;
}
