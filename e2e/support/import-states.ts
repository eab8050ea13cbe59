import { expect, type Page } from '@playwright/test';
import { chooseLedgers, commitImport, goToRecords, showList } from './import-steps.ts';
import { docx } from './sample-files.ts';
import type { WindowState } from './window-state.ts';

const HEAD = '荣誉名称,获奖时间,获奖单位,授予单位,级别,经办人\n';
/** Something for each list: new, doubtful, twice the same, questioned, and not to be imported. */
const LEDGER = `${HEAD}示例文明单位,2023年5月4日,示例单位甲,示例授予机关,国家级,示例
示例文明单位,2023年5月,示例单位甲,示例授予机关,国家级,示例
示例文明单位,2023年5月4日,示例单位甲,示例授予机关,国家级,示例
示例先进集体,202210,示例新局,示例省委,省级,示例
示例模范机关,2021年,示例新新局,示例省委,省级,示例
${'示例很长的名称'.repeat(12)},2020年,${'示例很长的单位'.repeat(6)},示例省委,省级,示例
示例先进个人,2023年13月,示例单位丙,示例省委,省级,示例
`;

const DECISION = docx([
  '示例市委办公室',
  '关于表彰示例先进集体的决定',
  '各单位：',
  '决定予以表彰。',
  '附件：名单',
  '一、先进集体（3个）',
  '示例单位甲',
  '以上单位要再接再厉，再立新功。',
]);

const open = async (page: Page) => chooseLedgers(page, [{ name: '示例台账.csv', content: LEDGER }]);
const giveUp = (page: Page) => page.getByRole('button', { name: '放弃这个文件' }).click();

function list(name: string, id: string, further: (page: Page) => Promise<void> = async () => undefined): WindowState {
  return {
    name: `import-${name}`,
    open: async (page) => {
      await open(page);
      await goToRecords(page);
      await showList(page, id);
      await further(page);
    },
    close: giveUp,
  };
}

async function linkUnits(page: Page): Promise<void> {
  await page.getByRole('button', { name: '就是“示例新局”' }).click();
  await expect(page.getByText('与“示例新局”是同一单位')).toBeVisible();
}

/** What was decided is not given up by one press. */
async function giveUpDecided(page: Page): Promise<void> {
  await giveUp(page);
  await confirmGivingUp(page);
}

async function confirmGivingUp(page: Page): Promise<void> {
  await page.getByRole('dialog').getByRole('button', { name: '放弃', exact: true }).click();
  await expect(page.getByRole('dialog')).toBeHidden();
}

export const IMPORT_STATES: readonly WindowState[] = [
  {
    name: 'import-tables',
    open: async (page) => {
      await open(page);
      await expect(page.getByTestId('import-column-F')).toBeVisible();
    },
    close: giveUp,
  },
  {
    name: 'import-decision',
    open: async (page) => {
      await chooseLedgers(page, [{ name: '示例决定.docx', content: DECISION }]);
      await expect(page.getByLabel('决定日期')).toBeVisible();
      await page.getByText(/没有读成受表彰者/).click();
    },
    close: giveUp,
  },
  list('new', 'new', (page) => page.getByRole('button', { name: '展开行' }).first().click()),
  list('duplicates', 'probable-duplicate'),
  list('same', 'exact-duplicate'),
  list('concerns', 'concerns'),
  list('rejected', 'rejected'),
  {
    ...list('units', 'units', linkUnits),
    close: giveUpDecided,
  },
  {
    ...list('giving-up', 'units', async (page) => {
      await linkUnits(page);
      await giveUp(page);
      await expect(page.getByRole('dialog')).toBeVisible();
    }),
    close: confirmGivingUp,
  },
  {
    ...list('mend', 'rejected', (page) => page.getByRole('button', { name: '改正…' }).click()),
    close: async (page) => {
      await page.keyboard.press('Escape');
      await expect(page.getByRole('dialog')).toBeHidden();
      await giveUp(page);
    },
  },
  {
    name: 'import-fault',
    open: async (page) => {
      await chooseLedgers(page, [{ name: '示例.pdf', content: '%PDF-1.7\n' }]);
      await expect(page.getByTestId('import-fault')).toBeVisible();
    },
    close: async () => undefined,
  },
  {
    ...list('done', 'new', async (page) => {
      await page.getByRole('checkbox', { name: '只导入无误的行' }).check();
      await commitImport(page);
      // A message that fades away has no contrast left.
      await expect(page.getByText(/^已导入/)).toHaveCount(0, { timeout: 30_000 });
    }),
    close: async () => undefined,
  },
];
