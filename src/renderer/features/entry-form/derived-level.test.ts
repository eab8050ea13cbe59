import { expect, test } from 'vitest';
import { blank, unit } from '#domain/records/record-fixtures';
import { createUnitDirectory } from '#domain/units/unit-directory';
import { deriveFormLevel, needsLevelReason } from './derived-level.ts';
import { emptyForm } from './form-values.ts';

const programme = blank('programme', 'programme-1', { title: '示例表彰', aliases: ['示例奖'], level: '省部级' });
const units = createUnitDirectory([unit('unit-1', '示例协会', { level: '县处级' })]);
const known = { units, programmes: [programme], rulebook: null };
const values = (content: object) => ({ ...emptyForm('honor'), ...content });

test('the level follows from the programme, then from the unit, then from a rule', () => {
  const awardedBy = ['中共中央组织部'];
  const named = values({ programme: { printed: '示例奖', id: null }, awardedBy });
  expect(deriveFormLevel(named, known)).toEqual({ level: '省部级', because: { by: 'programme', name: '示例表彰' } });
  expect(deriveFormLevel(values({ awardedBy }), known)).toEqual({
    level: '国家级',
    because: { by: 'rule', name: '中共中央组织部' },
  });
  expect(deriveFormLevel(values({ awardedBy: ['示例协会'] }), known)?.because).toEqual({
    by: 'unit',
    name: '示例协会',
  });
  expect(deriveFormLevel(values({ awardedBy: ['无人知晓'] }), known)).toBe(null);
});

test('a reason is asked for when another level is stated than the one that follows', () => {
  const derived = deriveFormLevel(values({ awardedBy: ['示例协会'] }), known);
  expect(needsLevelReason(values({ level: '国家级' }), derived)).toBe(true);
  expect(needsLevelReason(values({ level: '县处级' }), derived)).toBe(false);
  expect(needsLevelReason(values({ level: null }), derived)).toBe(false);
  expect(needsLevelReason(values({ level: '国家级' }), null)).toBe(false);
});
