import { expect, type Page } from '@playwright/test';
import { test } from './support/archive-app.ts';
import { importRecords } from './support/import-records.ts';
import { goTo } from './support/window-steps.ts';

/** A programme, an honour of an earlier year and a person to be completed from; all made up. */
const KNOWN = [
  {
    kind: 'programme',
    id: 'example-programme',
    title: '示例全国文明单位',
    aliases: ['示例文明奖'],
    hosts: ['示例文明委'],
  },
  {
    kind: 'honor',
    id: 'example-honor',
    title: '示例全国文明单位',
    date: '2022年',
    awardedBy: ['示例文明委'],
    recipients: ['菏泽市示例检察院'],
    round: '第五届',
    location: '示例荣誉室',
  },
  { kind: 'person', id: 'example-person', title: '示例甲某', posts: [{ unit: '示例审计局', post: '科长' }] },
];

async function openWithKnown(page: Page, hash: string): Promise<void> {
  await page.getByRole('heading', { name: '欢迎使用荣档' }).waitFor();
  await importRecords(page, KNOWN);
  await goTo(page, hash);
  await expect(page.getByTestId('entry-form')).toBeVisible();
}

/** What Enter would take from the list that is open. */
const marked = (page: Page) => page.locator('.ant-select-item-option-active:visible');

/** The dictionary of readings is loaded when the window has nothing else to do. */
async function typeUntilFound(page: Page, text: string, found: string): Promise<void> {
  await expect(async () => {
    await page.keyboard.press('Control+a');
    await page.keyboard.type(text);
    await expect(marked(page)).toHaveText(found, { timeout: 1000 });
  }).toPass();
}

const details = (page: Page) => page.getByTestId('entry-details');

test('programme, unit and phrases are completed by pinyin, and Tab takes over what was typed', async ({ page }) => {
  await openWithKnown(page, '#/new/honor');
  await page.getByLabel('名称', { exact: true }).fill('示例荣誉');
  await page.getByLabel('表彰项目').focus();
  await typeUntilFound(page, 'slqgwm', '示例全国文明单位');
  await expect(marked(page).locator('mark')).toHaveText('示例全国文明');
  await page.keyboard.press('Enter');
  await expect(page.getByText('已对应表彰项目')).toBeVisible();
  // The bodies that hold the programme are offered while nothing stands there.
  await page.getByRole('button', { name: '填入授予单位：示例文明委' }).click();
  await page.getByLabel('届次').focus();
  await page.keyboard.type('第五');
  await expect(page.locator('.ant-select-item-option:visible')).toHaveText('第五届');
  await page.keyboard.press('Tab');
  await expect(page.getByLabel('届次')).toHaveValue('第五');
  await page.getByLabel('获奖单位或个人').focus();
  await page.keyboard.type('hzsljcy');
  await expect(marked(page)).toHaveText('菏泽市示例检察院');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Control+s');
  await expect(details(page)).toContainText('菏泽市示例检察院');
  await expect(details(page)).toContainText('示例文明委');
  await details(page).getByRole('button', { name: '示例全国文明单位' }).click();
  await expect(page.getByRole('heading', { name: '示例全国文明单位' })).toBeVisible();
});

test('a programme that there is not is kept as printed, or added without leaving the form', async ({ page }) => {
  await openWithKnown(page, '#/new/honor');
  await page.getByLabel('名称', { exact: true }).fill('示例荣誉');
  await page.getByLabel('表彰项目').fill('示例新项目');
  await expect(page.getByText('没有这个名称的表彰项目，按原文保留')).toBeVisible();
  await page.getByRole('button', { name: '新建表彰项目…' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByLabel('项目名称')).toHaveValue('示例新项目');
  await dialog.getByRole('button', { name: '保存' }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByLabel('表彰项目')).toHaveValue('示例新项目');
  await expect(page.getByText('已对应表彰项目')).toBeVisible();
  await expect(page.getByLabel('名称', { exact: true })).toHaveValue('示例荣誉');
  await page.keyboard.press('Control+s');
  await expect(details(page).getByRole('button', { name: '示例新项目' })).toBeVisible();
});

test('the level is derived and says from what; another one asks for a reason and leads back', async ({ page }) => {
  await openWithKnown(page, '#/new/honor');
  await page.getByLabel('名称', { exact: true }).fill('示例荣誉');
  await page.getByLabel('授予单位').focus();
  await page.keyboard.type('中共中央组织部');
  await page.keyboard.press('Enter');
  await expect(page.getByText('推定：国家级（依据：中共中央组织部）')).toBeVisible();
  await expect(page.getByLabel('级别理由')).toHaveCount(0);
  const level = page.getByLabel('级别', { exact: true });
  await level.focus();
  for (const key of ['ArrowDown', 'ArrowDown', 'ArrowDown', 'Enter', 'Tab']) await page.keyboard.press(key);
  await expect(page.getByText('推定是国家级（依据：中共中央组织部），请写明理由')).toBeVisible();
  await page.getByRole('button', { name: '恢复推定' }).click();
  await expect(page.getByText('推定：国家级（依据：中共中央组织部）')).toBeVisible();
  await level.focus();
  for (const key of ['ArrowDown', 'ArrowDown', 'ArrowDown', 'Enter', 'Tab']) await page.keyboard.press(key);
  await expect(page.getByLabel('级别理由')).toBeVisible();
  await page.keyboard.press('Control+s');
  await expect(page.getByText('级别与推定的不同，还没有写理由')).toBeVisible();
  await expect(details(page)).toContainText('省部级');
  await page.keyboard.press('F2');
  await page.getByLabel('级别理由').fill('示例理由');
  await page.keyboard.press('Control+s');
  await expect(details(page)).toContainText('示例理由');
});

test('a level that was derived goes on following the awarding bodies when the record is edited', async ({ page }) => {
  await importRecords(page, [{ kind: 'honor', id: 'example-level', title: '示例荣誉', awardedBy: ['中共中央组织部'] }]);
  await goTo(page, '#/edit/honor/example-level');
  await expect(page.getByText('推定：国家级（依据：中共中央组织部）')).toBeVisible();
  await page.getByLabel('授予单位').focus();
  await page.keyboard.press('Backspace');
  await page.keyboard.type('中共山东省委');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Control+s');
  await expect(page.getByTestId('entry-form')).toBeHidden();
  await goTo(page, '#/record/honor/example-level');
  await expect(details(page)).toContainText('省部级');
});

test('persons are typed with unit and role, pasted as lines, and known ones bring their unit along', async ({
  page,
}) => {
  await openWithKnown(page, '#/new/honor');
  await page.getByLabel('名称', { exact: true }).fill('示例荣誉');
  await page.getByText('个人', { exact: true }).click();
  await page.getByLabel('获奖单位或个人', { exact: true }).focus();
  await page.keyboard.type('示例乙某（示例中院，领队）、示例丙某');
  await page.keyboard.press('Enter');
  await typeUntilFound(page, 'sljm', '示例甲某');
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('第 3 行单位')).toHaveValue('示例审计局');
  await page.getByLabel('第 3 行姓名').press('Alt+ArrowUp');
  await expect(page.getByLabel('第 2 行姓名')).toHaveValue('示例甲某');
  await expect(page.getByLabel('第 2 行姓名')).toBeFocused();
  await page.getByLabel('第 3 行姓名').press('Alt+Delete');
  await expect(page.getByLabel('第 3 行姓名')).toHaveCount(0);
  // Typed and not confirmed: saved all the same.
  await page.getByLabel('获奖单位或个人', { exact: true }).focus();
  await page.keyboard.type('示例丁某');
  await page.keyboard.press('Control+s');
  await expect(details(page)).toContainText('示例乙某（示例中院，领队）');
  await expect(details(page)).toContainText('示例甲某（示例审计局）');
  await expect(details(page)).toContainText('示例丁某');
  await expect(details(page)).not.toContainText('示例丙某');
});

test('rows are entered by keyboard, and their dates say how they were understood', async ({ page }) => {
  await openWithKnown(page, '#/new/person');
  await page.getByLabel('姓名').fill('示例戊某');
  await page.getByRole('button', { name: '任职：添加一行' }).press('Enter');
  await expect(page.getByLabel('第 1 行单位')).toBeFocused();
  await typeUntilFound(page, 'slsjj', '示例审计局');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await page.keyboard.type('主任');
  await page.keyboard.press('Tab');
  await page.keyboard.type('2021.5');
  await expect(page.getByText('识别为：2021年5月（精确到月）')).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('第 2 行单位')).toBeFocused();
  await page.keyboard.type('示例法院');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.type('2019年13月');
  await page.keyboard.press('Control+s');
  await expect(page.getByText('有 1 处需要改，还没有保存')).toBeVisible();
  await page.getByLabel('第 2 行起').fill('2019年');
  await page.keyboard.press('Control+s');
  await expect(details(page).getByRole('row')).toHaveCount(3);
  await expect(details(page).getByRole('row').nth(1)).toContainText('示例审计局');
  await expect(details(page).getByRole('row').nth(2)).toContainText('示例法院');
});

test('closed sections are passed by Tab, stay as they were left, and open where a problem is', async ({ page }) => {
  await openWithKnown(page, '#/new/honor');
  const evidence = page.getByRole('button', { name: '证书与存放' });
  await expect(evidence).toHaveAttribute('aria-expanded', 'false');
  await page.getByLabel('决定文件标题').focus();
  for (let stop = 0; stop < 4; stop += 1) await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: '备注与来源' })).toBeFocused();
  await evidence.click();
  await page.reload();
  await expect(evidence).toHaveAttribute('aria-expanded', 'true');
  await page.getByLabel('存放位置').focus();
  await page.keyboard.type('ry');
  await expect(marked(page)).toHaveText('示例荣誉室');
  // The dictionary of pinyin comes with the first form; the list is drawn anew when it is there.
  await page.waitForTimeout(500);
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('存放位置')).toHaveValue('示例荣誉室');
  await page.getByLabel('证书编号').fill('号'.repeat(120));
  await evidence.click();
  await expect(page.getByText('已填：证书编号、存放位置')).toBeVisible();
  await page.getByLabel('名称', { exact: true }).fill('示例荣誉');
  await page.keyboard.press('Control+s');
  await expect(page.getByLabel('证书编号')).toBeFocused();
  await page.getByLabel('证书编号').fill('示例1号');
  await page.keyboard.press('Control+s');
  await expect(details(page)).toContainText('示例荣誉室');
});

test('records that may be the same are shown while the title is typed, and looked at beside the form', async ({
  page,
}) => {
  await openWithKnown(page, '#/new/honor');
  await page.keyboard.type('示例全国文明单位');
  const similar = page.getByRole('region', { name: '已有相近记录' });
  await expect(similar).toContainText('2022年 · 菏泽市示例检察院 · 同名');
  await page.getByLabel('时间', { exact: true }).fill('2025年');
  await expect(similar).toContainText('同名，年份不同');
  await similar.getByRole('button').click();
  await expect(page.getByTestId('record-peek')).toContainText('示例荣誉室');
  await page.keyboard.press('Escape');
  await expect(page.getByTestId('record-peek')).toBeHidden();
  await expect(page.getByLabel('名称', { exact: true })).toHaveValue('示例全国文明单位');
  await page.getByLabel('名称', { exact: true }).fill('');
  await page.getByLabel('时间', { exact: true }).fill('');
  await expect(similar).toHaveCount(0);
  await expect(page.getByText('有未保存的内容')).toHaveCount(0);
  // The record that is edited is no duplicate of itself.
  await goTo(page, '#/edit/honor/example-honor');
  await expect(page.getByLabel('名称', { exact: true })).toHaveValue('示例全国文明单位');
  await page.waitForTimeout(300);
  await expect(similar).toHaveCount(0);
});

test('the next record of a pile takes over what is set to be kept', async ({ page }) => {
  await openWithKnown(page, '#/new/honor');
  await page.getByLabel('名称', { exact: true }).fill('示例荣誉甲');
  await page.getByLabel('时间', { exact: true }).fill('2025年3月');
  await page.getByLabel('文号').fill('示发〔2025〕3号');
  await page.getByLabel('获奖单位或个人').focus();
  // Ctrl+Enter keeps what was typed, and takes nothing from the list.
  await page.keyboard.type('检察');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByLabel('名称', { exact: true })).toHaveValue('');
  await expect(page.getByLabel('名称', { exact: true })).toBeFocused();
  await expect(page.getByText('沿用了上一条的：时间、文号')).toBeVisible();
  await expect(page.getByLabel('文号')).toHaveValue('示发〔2025〕3号');
  await expect(page.getByText('有未保存的内容')).toHaveCount(0);

  await page.getByRole('button', { name: '下一条沿用哪些内容' }).click();
  await page.getByRole('checkbox', { name: '文号' }).uncheck();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('checkbox', { name: '文号' })).toHaveCount(0);
  await page.getByLabel('名称', { exact: true }).fill('示例荣誉乙');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('沿用了上一条的：时间', { exact: true })).toBeVisible();
  await expect(page.getByLabel('文号')).toHaveValue('');
  await page.getByRole('button', { name: '清空沿用的内容' }).click();
  await expect(page.getByLabel('名称', { exact: true })).toBeFocused();
  await expect(page.getByLabel('时间', { exact: true })).toHaveValue('');
  await goTo(page, '#/units');
  await expect(page.getByText('检察', { exact: true })).toBeVisible();
});

test('what is like the title never gets between it and the next field', async ({ page }) => {
  await openWithKnown(page, '#/new/honor');
  await page.keyboard.type('示例全国文明单位');
  await expect(page.getByRole('region', { name: '已有相近记录' })).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(page.getByLabel('时间', { exact: true })).toBeFocused();
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('record-peek')).toContainText('示例荣誉室');
});

test('bodies that were taken over are replaced by what is typed, and added to after →', async ({ page }) => {
  await openWithKnown(page, '#/new/honor');
  const bodies = page.getByTestId('entry-form').locator('.ant-select', { has: page.locator('#field-awardedBy') });
  const names = bodies.locator('.ant-select-selection-item');
  const enter = async (title: string, keys: readonly string[], body: string) => {
    await page.keyboard.type(title);
    await page.locator('#field-awardedBy').focus();
    for (const key of keys) await page.keyboard.press(key);
    await page.keyboard.type(body);
    await page.keyboard.press('Enter');
  };
  await enter('示例甲', [], '示例机关甲');
  await page.keyboard.press('Control+Enter');
  await expect(names).toHaveText(['示例机关甲']);
  await expect(page.getByLabel('名称', { exact: true })).toBeFocused();
  await enter('示例乙', [], '示例机关乙');
  await expect(names).toHaveText(['示例机关乙']);
  await page.keyboard.press('Control+Enter');
  await expect(page.getByLabel('名称', { exact: true })).toBeFocused();
  await enter('示例丙', ['ArrowRight'], '示例机关丙');
  await expect(names).toHaveText(['示例机关乙', '示例机关丙']);
});

test('Ctrl+N begins an untouched form anew, and Enter by mistake gives nothing up', async ({ page }) => {
  await openWithKnown(page, '#/new/honor');
  await page.getByLabel('来源').focus();
  await page.keyboard.press('Control+n');
  await expect(page.getByLabel('名称', { exact: true })).toBeFocused();
  await page.keyboard.type('示例');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: '继续编辑' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(page.getByLabel('名称', { exact: true })).toHaveValue('示例');
});
