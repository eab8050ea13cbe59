import { expect } from '@playwright/test';
import { runCommand } from './support/command-line.ts';
import { test } from './support/data-folder.ts';

const NEW_NAME = '示例市文化和旅游局';

type ListedUnit = { readonly id: string; readonly name: string };

test('units lists names through time, lines and counts, and merges', async ({ dataFolder }) => {
  test.setTimeout(300_000);
  const data = ['--data', dataFolder, '--json'];
  const add = async (kind: string, record: object) => {
    const added = await runCommand(['add', '--kind', kind, '--file', '-', ...data], JSON.stringify(record));
    expect(added.exitCode, added.stdout).toBe(0);
  };
  const names = [
    { name: '示例市文化局', to: '2019年1月8日' },
    { name: NEW_NAME, from: '2019年1月8日' },
    { name: '文旅局', kind: 'short' },
  ];
  await add('unit', { id: 'unit-culture', names });
  await add('unitChange', { change: '合并', date: '2019年1月8日', from: ['示例市旅游局'], to: [NEW_NAME] });
  await add('honor', { title: '示例荣誉甲', date: '2018年', recipients: ['示例市旅游局'] });
  await add('honor', { title: '示例荣誉乙', date: '2023年', recipients: ['示例文旅局'] });

  const found = await runCommand(['units', '--find', '文旅局', '--on', '2018年', ...data]);
  expect(found.exitCode, found.stdout).toBe(0);
  expect(found.json['resolved']).toBe('unit-culture');
  const units = found.json['units'] as readonly ListedUnit[];
  expect(units).toHaveLength(2);
  expect(units.find(({ id }) => id === 'unit-culture')).toMatchObject({
    name: NEW_NAME,
    nameOn: '示例市文化局',
    names: [{ name: '示例市文化局', to: { start: '2019-01-08' } }, { name: NEW_NAME }, { name: '文旅局' }],
    line: { predecessors: [{ name: '示例市旅游局', change: '合并', date: '2019年1月8日' }], successors: [] },
    received: { own: 0, withPredecessors: 1 },
  });
  const twice = units.find(({ name }) => name === '示例文旅局')?.id ?? '';

  const merged = await runCommand(['units', 'merge', 'unit-culture', twice, ...data]);
  expect(merged.json, merged.stdout).toMatchObject({ ok: true, merged: [twice], affected: { honor: 1 } });
  const after = await runCommand(['units', ...data]);
  const left = after.json['units'] as readonly ListedUnit[];
  expect(left.map(({ name }) => name).toSorted()).toEqual(['示例市旅游局', NEW_NAME].toSorted());
  expect(left.find(({ id }) => id === 'unit-culture')).toMatchObject({ received: { own: 1, withPredecessors: 2 } });

  const badWords = [
    ['--on', '某日'],
    ['merge', 'unit-culture', 'unit-culture'],
  ];
  for (const words of badWords) {
    const refused = await runCommand(['units', ...words, ...data]);
    expect(refused.exitCode, words.join(' ')).toBe(2);
    expect(refused.json).toMatchObject({ ok: false });
  }
});
