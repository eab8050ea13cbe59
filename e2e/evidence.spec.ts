import { expect } from '@playwright/test';
import { join } from 'node:path';
import { test } from './support/archive-app.ts';
import { answerOpenDialog, dropFiles } from './support/attach-steps.ts';
import { runCommand } from './support/command-line.ts';
import { importRecords } from './support/import-records.ts';
import { jpeg, pdf, png, writeSample } from './support/sample-files.ts';
import { goTo } from './support/window-steps.ts';

const HONORS = [
  {
    kind: 'honor',
    id: 'honor-a',
    title: '示例省文明单位',
    date: '2023年5月',
    level: '省部级',
    documentNo: '示文明〔2023〕5号',
    certificateNo: 'SWM2023-0117',
    verification: '已核实',
  },
  { kind: 'honor', id: 'honor-b', title: '示例市先进基层党组织', date: '2021年7月', recipients: ['示例单位乙'] },
  { kind: 'honor', id: 'honor-c', title: '示例市先进基层党组织', date: '2022年7月', recipients: ['示例单位乙'] },
];

test('the board lists what honours lack, and takes files dropped onto a row', async ({ page, dataFolder }) => {
  test.setTimeout(180_000);
  const certificate = await writeSample(join(dataFolder, 'files-of-the-test'), 'zhengshu.png', png(300, 200));
  await expect(page.getByRole('navigation')).toBeVisible();
  await importRecords(page, HONORS);
  await goTo(page, '#/evidence');
  await expect(page.getByText('全部待补（3）')).toBeVisible();
  await expect(page.getByText('缺证书附件（3）')).toBeVisible();
  await expect(page.getByText('缺文号（2）')).toBeVisible();
  await page.getByText('待核实（2）').click();
  await expect(page.getByText('示例省文明单位')).toBeHidden();
  await page.getByText('全部待补（3）').click();

  await dropFiles(page, [certificate], page.getByText('示例省文明单位'));
  await expect(page.getByText('已附上 1 个文件：示例省文明单位')).toBeVisible();
  await page.getByText('示例省文明单位', { exact: true }).first().dblclick();
  await page.getByLabel('“zhengshu.png”的用途').click();
  await page.getByTitle('证书', { exact: true }).click();
  await expect(page.getByText('用途已改为证书')).toBeVisible();
  await goTo(page, '#/evidence');
  await expect(page.getByText('全部待补（2）')).toBeVisible();
  await page.getByLabel('在待补证据的荣誉里查找').fill('没有这样的');
  await expect(page.getByText('没有符合条件的荣誉')).toBeVisible();
  await page.getByRole('button', { name: '清除筛选' }).click();
  await expect(page.getByText('全部待补（2）')).toBeVisible();
});

test('a folder of scans is matched by its names, confirmed and attached as one change', async ({
  app,
  page,
  dataFolder,
}) => {
  test.setTimeout(180_000);
  const scans = join(dataFolder, 'files-of-the-test');
  await writeSample(scans, 'SWM2023-0117.pdf', pdf(['示例']));
  await writeSample(scans, '示例市先进基层党组织 证书.jpg', jpeg(160, 120));
  await writeSample(scans, 'IMG_2034.jpg', jpeg(320, 240));
  await expect(page.getByRole('navigation')).toBeVisible();
  await importRecords(page, HONORS);
  await goTo(page, '#/evidence');
  await answerOpenDialog(app, [scans]);
  await page.getByRole('button', { name: '整夹附上…' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByText('将附上 1 个；1 个有相近的记录待您选；1 个没有找到记录。')).toBeVisible();
  await dialog.getByLabel('“示例市先进基层党组织 证书.jpg”附到哪条记录').click();
  await page.getByText('荣誉 · 示例市先进基层党组织 · 2022年7月').click();
  // The list of the first choice offers the same honours until it has faded.
  const lists = page.locator('.ant-select-dropdown').filter({ visible: true });
  await expect(lists).toHaveCount(0);
  await dialog.getByLabel('“IMG_2034.jpg”附到哪条记录').fill('示例市先进');
  await lists.getByText('荣誉 · 示例市先进基层党组织 · 2021年7月').click();
  await dialog.getByRole('button', { name: '附上 3 个文件' }).click();
  await expect(page.getByText('已把 3 个文件附到 3 条记录')).toBeVisible();
  await goTo(page, '#/record/honor/honor-b');
  await expect(page.getByRole('button', { name: '查看“IMG_2034.jpg”' })).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(page.getByRole('button', { name: '查看“IMG_2034.jpg”' })).toBeHidden();
});

test('files are attached by a command, all or none', async ({ dataFolder }) => {
  test.setTimeout(180_000);
  const data = ['--data', dataFolder, '--json'];
  const folder = join(dataFolder, 'files-of-the-test');
  const scan = await writeSample(folder, '示例证书.png', png(300, 200));
  const text = await writeSample(folder, '示例决定.pdf', pdf(['关于表彰示例单位的决定']));
  await runCommand(['add', '--kind', 'honor', '--file', '-', ...data], JSON.stringify(HONORS[0]));
  const attached = await runCommand(['attach', 'honor-a', scan, text, ...data]);
  expect(attached.exitCode, attached.stderr).toBe(0);
  expect(attached.json).toMatchObject({
    ok: true,
    owner: 'honor-a',
    attachments: [
      { name: '示例证书.png', role: '证书', mime: 'image/png' },
      { name: '示例决定.pdf', role: '文件扫描件', mime: 'application/pdf' },
    ],
  });
  expect((await runCommand(['attach', 'honor-a', scan, ...data])).json).toMatchObject({
    ok: true,
    attachments: [],
    repeated: ['示例证书.png'],
  });
  const listed = await runCommand(['list', '--kind', 'attachment', ...data]);
  const records = listed.json['records'] as readonly { readonly extractedText: string }[];
  expect(records.map(({ extractedText }) => extractedText)).toContainEqual(
    expect.stringContaining('关于表彰示例单位的决定'),
  );
  for (const [words, code] of [
    [['attach', 'honor-a', join(folder, '不在.png')], 'unreadable-file'],
    [['attach', 'nobody', scan], 'not-found'],
    [['attach', 'honor-a'], 'bad-argument'],
    [['attach', 'honor-a', scan, '--role', '不是用途'], 'bad-option'],
  ] as const) {
    const refused = await runCommand([...words, ...data]);
    expect(refused.exitCode).toBe(2);
    expect(refused.json).toMatchObject({ ok: false, error: { code } });
  }
});
