import { expect, type Page } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { startApp, test } from './support/archive-app.ts';
import { runCommand } from './support/command-line.ts';
import { test as dataTest } from './support/data-folder.ts';
import { importRecords } from './support/import-records.ts';
import { answerSaveDialog, goTo } from './support/window-steps.ts';

const HONORS = [
  { kind: 'honor', id: 'honor-b', title: '示例荣誉乙', date: '2023年5月8日', awardedBy: ['示例授予机关'] },
  { kind: 'honor', id: 'honor-a', title: '示例荣誉甲', date: '2023年5月4日', documentNo: '示发〔2023〕5号' },
  { kind: 'plan', id: 'plan-c', title: '示例工作方案', issued: '2023年6月', issuers: ['示例工委'] },
];

async function openFiling(page: Page, part: string): Promise<void> {
  await goTo(page, '#/filing');
  await page.getByRole('heading', { name: '归档', exact: true }).waitFor();
  await page
    .getByText(new RegExp(`^${part}`))
    .first()
    .click();
}

async function setUpCodes(page: Page): Promise<void> {
  await openFiling(page, '档号设置');
  await page.getByLabel('全宗号').fill('ｚ109');
  await page.getByLabel('机构（问题）').fill('BGS');
  await page.getByRole('button', { name: '保存设置' }).click();
  await expect(page.getByText('已保存档号设置')).toBeVisible();
}

async function chooseRetention(page: Page, retention: string): Promise<void> {
  await page.locator('#issue-retention').click();
  await page.locator('.ant-select-item-option').filter({ hasText: retention }).click();
}

async function issueAll(page: Page): Promise<void> {
  await openFiling(page, '待归档');
  await page.getByTestId('unfiled').getByRole('checkbox').first().check();
  await chooseRetention(page, '永久');
  await page.getByTestId('issue').click();
}

const codeCells = (page: Page) => page.getByTestId('filed').locator('.ag-row [col-id="code"]');

test('codes are issued in the order of the dates, taken back by undo and given again', async ({
  app,
  page,
  dataFolder,
}) => {
  test.setTimeout(120_000);
  await importRecords(page, HONORS);
  await openFiling(page, '待归档');
  await expect(page.getByText('还没有设置全宗号，不能编号')).toBeVisible();
  await page.getByRole('button', { name: '去档号设置' }).click();
  await expect(page.getByTestId('filing-settings')).toContainText(/Z109-WS·\d{4}-Y-BGS-0001/);
  await setUpCodes(page);

  await openFiling(page, '待归档');
  await page.getByTestId('unfiled').getByRole('checkbox').first().check();
  await expect(page.getByTestId('issue-preview')).toContainText('3 件还不能编号');
  await expect(page.getByTestId('issue-preview')).toContainText('示例荣誉甲：保管期限还没有填');
  await chooseRetention(page, '永久');
  await expect(page.getByTestId('issue-preview').locator('li')).toHaveText([
    'Z109-WS·2023-Y-BGS-0001示例荣誉甲',
    'Z109-WS·2023-Y-BGS-0002示例荣誉乙',
    'Z109-WS·2023-Y-BGS-0003示例工作方案',
  ]);
  await page.getByRole('button', { name: '编 3 个档号' }).click();
  await expect(page.getByText('已编 3 个档号')).toBeVisible();
  await expect(page.getByText('没有待归档的记录')).toBeVisible();

  await page.locator('.ant-message-notice').filter({ hasText: '已编 3 个档号' }).getByRole('button').click();
  await expect(page.getByTestId('unfiled').locator('.ag-row')).toHaveCount(3);
  await expect(page.getByText('先在左边选中要归档的记录')).toBeVisible();
  await issueAll(page);
  await openFiling(page, '已归档');
  await expect(codeCells(page)).toHaveText([/0001$/, /0002$/, /0003$/]);

  await page.getByText('示例荣誉甲').click();
  await page.getByLabel('盒号').fill('11');
  await page.getByText('示例荣誉乙').click();
  await page.getByRole('dialog').getByRole('button').first().click();
  await expect(page.getByLabel('盒号')).toHaveValue('11');
  await page.getByLabel('盒号').fill('');
  await page.getByText('示例荣誉乙').click();
  await page.getByLabel('盒号').fill('12');
  await page.getByLabel('页数').fill('6');
  await page.getByRole('button', { name: '保存', exact: true }).click();
  await expect(page.getByText('已保存归档信息')).toBeVisible();
  await expect(page.locator('.ag-row').filter({ hasText: '示例荣誉乙' }).locator('[col-id="pages"]')).toHaveText('6');
  await page.getByTestId('filed').getByRole('checkbox').first().check();
  await page.getByLabel('盒号').fill('13');
  await page.getByRole('button', { name: '放入这一盒（3 件）' }).click();
  await expect(page.getByTestId('filed').locator('.ag-row [col-id="box"]')).toHaveText(['13', '13', '13']);

  await openFiling(page, '检查');
  await expect(page.getByTestId('check')).toContainText('没有发现问题');
  await openFiling(page, '归档文件目录');
  await expect(page.getByTestId('catalogue').locator('.ag-row')).toHaveCount(3);
  await page.getByRole('button', { name: '复制目录' }).click();
  await expect(page.getByText('已复制 3 行')).toBeVisible();
  const file = join(dataFolder, '目录.csv');
  await answerSaveDialog(app, file);
  await page.getByRole('button', { name: '存为 CSV' }).click();
  await expect(page.getByText(`已存到 ${file}`)).toBeVisible();
  const text = await readFile(file, 'utf8');
  expect(text.startsWith('\uFEFF序号,档号,文号,')).toBe(true);
  expect(text).toContain('1,Z109-WS·2023-Y-BGS-0001,示发〔2023〕5号,,示例荣誉甲,20230504,,,');
});

test('a secret is refused where it is entered; one record is filed, withdrawn and filed anew', async ({ page }) => {
  test.setTimeout(120_000);
  await importRecords(page, HONORS.slice(0, 1));
  await setUpCodes(page);
  await goTo(page, '#/record/honor/honor-b');
  const section = page.getByTestId('filing-section');
  await expect(section).toContainText('未编号');
  await section.getByRole('button', { name: '编辑归档信息' }).click();
  await expect(section).toContainText('本程序不得存放国家秘密和工作秘密');
  await section.getByLabel('密级').fill('机密★10年');
  await section.getByRole('button', { name: '保存', exact: true }).click();
  await expect(section).toContainText('国家秘密不得存入本程序');
  await section.getByLabel('密级').fill('工作秘密');
  await section.getByRole('button', { name: '保存', exact: true }).click();
  await expect(section).toContainText('工作秘密不得存入本程序，没有保存');
  await section.getByLabel('密级').fill('内部资料');
  await section.getByLabel('页数').fill('4');
  await section.getByRole('button', { name: '保存', exact: true }).click();
  await expect(page.getByTestId('filing-details')).toContainText('内部');
  await expect(page.getByTestId('filing-details')).not.toContainText('内部资料');

  const issueOne = async () => {
    await section.getByRole('button', { name: '编号' }).click();
    await chooseRetention(page, '30年');
    await page.getByRole('button', { name: '编 1 个档号' }).click();
  };
  await issueOne();
  const details = page.getByTestId('filing-details');
  await expect(details).toContainText('Z109-WS·2023-D30-BGS-0001');
  await expect(details).toContainText('内部');

  await section.getByRole('button', { name: '撤回档号' }).click();
  await page.getByRole('button', { name: /^撤\s*回$/ }).click();
  await expect(page.getByText('请写明原因')).toBeVisible();
  await page.getByLabel('撤回原因').fill('示例：保管期限定错');
  await page.getByRole('button', { name: /^撤\s*回$/ }).click();
  await expect(details).toContainText('未编号');
  await issueOne();
  await expect(details).toContainText('Z109-WS·2023-D30-BGS-0002');
  await openFiling(page, '检查');
  await expect(page.getByTestId('check')).toContainText('空号 1 个');
  await expect(page.getByTestId('check')).toContainText('示例：保管期限定错');
});

async function issueOnPage(page: Page): Promise<void> {
  await page.getByTestId('filing-section').getByRole('button', { name: '编号' }).click();
  await chooseRetention(page, '永久');
  await page.getByRole('button', { name: '编 1 个档号' }).click();
}

test('an undone issue is not redone beside the one that got its number since', async ({ app, page }) => {
  test.setTimeout(120_000);
  await importRecords(page, HONORS);
  await setUpCodes(page);
  const code = 'Z109-WS·2023-Y-BGS-0001';
  await goTo(page, '#/record/honor/honor-b');
  await issueOnPage(page);
  await expect(page.getByTestId('filing-details')).toContainText(code);
  await page.keyboard.press('Control+z');
  await expect(page.getByTestId('filing-details')).toContainText('未编号');

  const opened = app.electron.waitForEvent('window');
  await page.evaluate(async () => {
    const { call } = Reflect.get(window, 'rongdang') as { call: (channel: string, request: null) => Promise<unknown> };
    await call('window:open-another', null);
  });
  const other = await opened;
  await other.getByRole('link', { name: '归档' }).waitFor();
  await goTo(other, '#/record/honor/honor-a');
  await issueOnPage(other);
  await expect(other.getByTestId('filing-details')).toContainText(code);

  await page.keyboard.press('Control+y');
  await expect(page.getByText(`不能撤销：“${code}”之后又被改过`)).toBeVisible();
  await expect(page.getByTestId('filing-details')).toContainText('未编号');
});

test('settings that make no codes are named by place and not saved', async ({ page }) => {
  await importRecords(page, HONORS);
  await openFiling(page, '档号设置');
  await page.getByLabel('档号格式').fill('{全宗号}-{年代}-{件号}');
  await expect(page.getByText('第 7 个字“{年代}”：不认识这一段')).toBeVisible();
  await expect(page.getByRole('button', { name: '保存设置' })).toBeDisabled();
  await page.getByRole('button', { name: '用“·”分机构' }).click();
  await expect(page.getByTestId('filing-settings')).toContainText(/Z109-WS·\d{4}·Y·BGS-0001/);
  await page.getByLabel('全宗号').fill('109');
  await expect(page.getByText('应为一个字母加三位数字，如 Z109')).toBeVisible();
});

dataTest('the command line issues, checks and lists', async ({ dataFolder }) => {
  dataTest.setTimeout(180_000);
  const data = ['--data', dataFolder, '--json'];
  const issue = (words: readonly string[]) => runCommand(['filing', 'issue', ...words, ...data]);
  const added = await runCommand(['add', '--kind', 'honor', '--file', '-', ...data], JSON.stringify(HONORS[0]));
  expect(added.exitCode, added.stderr).toBe(0);
  const unset = await issue(['--ids', 'honor-b', '--retention', '永久']);
  expect(unset.exitCode).toBe(2);
  expect(unset.json).toMatchObject({ ok: false, error: { code: 'required', where: 'honor-b' } });

  const app = await startApp(dataFolder);
  await setUpCodes(app.page);
  await app.close();
  const badWord = await issue(['--year', '2023', '--retention', '长期']);
  expect(badWord.json).toMatchObject({ ok: false, error: { code: 'bad-retention', where: '--retention' } });
  const issued = await issue(['--year', '2023', '--retention', 'D30', '--department', '办公室']);
  expect(issued.json).toMatchObject({ ok: true, codes: ['Z109-WS·2023-D30-办公室-0001'] });
  expect((await issue(['--year', '2023', '--retention', '30年'])).json).toEqual({ ok: true, codes: [] });
  const again = await issue(['--ids', 'honor-b', '--retention', '30年']);
  expect(again.json).toMatchObject({ ok: false, error: { code: 'already-issued', where: 'honor-b' } });

  const check = await runCommand(['filing', 'check', ...data]);
  expect(check.json).toEqual({ ok: true, codes: 1, withdrawn: [], findings: [] });
  const catalogue = await runCommand(['filing', 'catalogue', '--year', '2023', ...data]);
  const row = ['1', 'Z109-WS·2023-D30-办公室-0001', '', '示例授予机关', '示例荣誉乙', '20230508', '', '', ''];
  expect(catalogue.json).toMatchObject({ ok: true, rows: [row] });
  expect((await runCommand(['filing', ...data])).json).toMatchObject({ ok: false, error: { code: 'bad-argument' } });
});
