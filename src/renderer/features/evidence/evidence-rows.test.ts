import { expect, test } from 'vitest';
import { certifiedIds } from '#domain/attachments/certified-ids';
import { UNKNOWN_DATE } from '#domain/dates/fuzzy-date';
import type { Attachment } from '#domain/records/attachment';
import type { Honor } from '#domain/records/honor';
import { findEvidence } from './evidence-rows.ts';

const honor = (id: string, fields: Partial<Honor>) =>
  ({
    kind: 'honor',
    id,
    title: '示例荣誉',
    date: UNKNOWN_DATE,
    level: null,
    documentNo: '',
    certificateNo: '',
    verification: '待核实',
    recipients: [],
    awardedBy: [],
    ...fields,
  }) as unknown as Honor;
const complete = { level: '省部级', documentNo: '示文〔2023〕1号', verification: '已核实' } as const;
const attachment = (owner: string, role: Attachment['role']) =>
  ({ owner: { printed: '', id: owner }, role }) as unknown as Attachment;
const NO_FILTERS = { text: '', year: null, level: null, gap: null } as const;

test('only a certificate counts as one', () => {
  const ids = certifiedIds([attachment('a', '证书'), attachment('b', '活动照片')]);
  expect([...ids]).toEqual(['a']);
});

test('honours that lack nothing are left out, and each gap is counted', () => {
  const honors = [honor('a', complete), honor('b', complete), honor('c', { ...complete, documentNo: '' })];
  const found = findEvidence(honors, new Set(['a', 'c']), NO_FILTERS);
  expect(found.honors.map(({ id }) => id)).toEqual(['b', 'c']);
  expect(found.counts).toEqual({ 'no-certificate': 1, 'no-document': 1, 'no-level': 0, unverified: 0 });
  expect(found.incomplete).toBe(2);
});

test('filters narrow; the counts are those of what the other filters leave', () => {
  const recipients = [{ printed: '示例单位乙', unitId: null, personId: null }] as unknown as Honor['recipients'];
  const honors = [honor('a', { level: '省部级' }), honor('b', { recipients }), honor('c', {})];
  const byGap = findEvidence(honors, new Set(), { ...NO_FILTERS, gap: 'no-level' });
  expect(byGap.honors.map(({ id }) => id)).toEqual(['b', 'c']);
  expect(byGap.counts['no-document']).toBe(3);
  expect(findEvidence(honors, new Set(), { ...NO_FILTERS, level: '省部级' }).honors).toHaveLength(1);
  expect(findEvidence(honors, new Set(), { ...NO_FILTERS, text: '单位乙 示例' }).honors.map(({ id }) => id)).toEqual([
    'b',
  ]);
});
