import type { FindableKind } from '../../records/record-base.ts';
import type { QueryContext } from './query-context.ts';

const KIND_NAMES: readonly (readonly [kind: FindableKind, ...names: string[]])[] = [
  ['honor', '荣誉', '表彰'],
  ['plan', '方案', '文件'],
  ['activity', '活动', '主题活动'],
  ['practice', '做法', '经验'],
  ['evaluation', '评估'],
  ['person', '人员', '人'],
  ['programme', '表彰项目', '项目'],
  ['unit', '单位', '机构'],
];
/** Two units go by the same name, and one has a name that a list or a word could not have in it. */
const UNITS: ReadonlyMap<string, string> = new Map([
  ['unit-water', '市水务局示例'],
  ['unit-school', '党校（示例）'],
  ['unit-old', '同名示例'],
  ['unit-new', '同名示例'],
  ['unit-spaced', '示例 单位'],
]);

/** For tests: made-up kinds of names and units. */
export const QUERY_CONTEXT: QueryContext = {
  kindNames: KIND_NAMES.map(([kind, ...names]) => ({ kind, names })),
  unitIdOf: (name) => {
    const ids = [...UNITS].filter(([, each]) => each === name).map(([id]) => id);
    return ids.length === 1 ? (ids[0] ?? null) : null;
  },
  unitNameOf: (unitId) => UNITS.get(unitId) ?? null,
};
