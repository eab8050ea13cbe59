import { expect } from '@playwright/test';
import { readFile, rm, truncate } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from './support/archive-app.ts';
import { answerOpenDialog, dropFiles, expectPicture, tile } from './support/attach-steps.ts';
import { docx, heic, jpeg, pdf, png, tiff, writeSample } from './support/sample-files.ts';
import { addHonor, answerSaveDialog } from './support/window-steps.ts';

const HONOR = '示例荣誉甲';

test('files are dropped, chosen and pasted, looked at, described and taken back', async ({ app, page, dataFolder }) => {
  test.setTimeout(240_000);
  const folder = join(dataFolder, 'files-of-the-test');
  const certificate = await writeSample(folder, 'certificate.png', png(800, 500));
  const photo = await writeSample(folder, 'scene.jpg', jpeg(640, 480, '2023:05:04 10:22:33'));
  const decision = await writeSample(folder, '示例决定.pdf', pdf(['关于表彰示例单位的决定', '第二页']));
  const speech = await writeSample(folder, '讲话.docx', docx(['示例讲话稿', '<script>alert(1)</script>']));
  await expect(page.getByRole('navigation')).toBeVisible();
  await addHonor(page, HONOR);

  await test.step('dropped anywhere on the page, and chosen in the system’s dialog', async () => {
    await dropFiles(page, [certificate, photo], page.getByRole('heading', { level: 1 }));
    await expect(page.getByText(`已附上 2 个文件：${HONOR}`)).toBeVisible();
    await answerOpenDialog(app, [decision, speech]);
    await page.getByRole('button', { name: '添加附件' }).click();
    await expect(page.getByTestId('attachment-tile')).toHaveCount(4, { timeout: 60_000 });
    await expectPicture(tile(page, 'certificate.png'));
    await expectPicture(tile(page, 'scene.jpg'));
    await expectPicture(tile(page, '示例决定.pdf'));
    await expect(page.getByLabel('“示例决定.pdf”的用途')).toBeVisible();
  });

  await test.step('a drag over the page says where the files would go', async () => {
    await page.evaluate(() => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File(['x'], 'x.txt'));
      dispatchEvent(new DragEvent('dragover', { dataTransfer, cancelable: true }));
    });
    await expect(page.getByTestId('drop-overlay')).toHaveText(/松开鼠标，附到“示例荣誉甲”/);
    await page.evaluate(() => dispatchEvent(new DragEvent('dragleave')));
    await expect(page.getByTestId('drop-overlay')).toBeHidden();
  });

  await test.step('the same bytes again are not attached twice', async () => {
    await dropFiles(page, [certificate], page.getByRole('heading', { level: 1 }));
    await expect(page.getByText('已有内容完全相同的附件，没有重复附上')).toBeVisible();
    await page.getByRole('button', { name: '知道了' }).click();
    await expect(page.getByTestId('attachment-tile')).toHaveCount(4);
  });

  await test.step('the viewer shows each kind, by keyboard', async () => {
    await page.getByRole('button', { name: '查看“certificate.png”' }).press('Enter');
    await expect(page.getByTestId('viewer-scale')).toHaveText('100%');
    await page.keyboard.press('+');
    await expect(page.getByTestId('viewer-scale')).toHaveText('125%');
    await page.keyboard.press('0');
    await expect(page.getByTestId('viewer-scale')).toHaveText('100%');
    await page.keyboard.press('r');
    await expect(page.getByTestId('viewer').locator('img')).toHaveAttribute('data-turn', '90');
    await page.keyboard.press('ArrowRight');
    await page.getByRole('button', { name: '用作拍摄时间' }).click();
    await expect(page.getByRole('button', { name: '用作拍摄时间' })).toBeHidden();
    await page.keyboard.press('ArrowRight');
    await expect(page.getByTestId('pdf-pages')).toHaveText('/ 2 页');
    await expect(page.getByTestId('pdf-text')).toContainText('关于表彰示例单位的决定');
    await expect(page.getByTestId('pdf-page')).toHaveAttribute('data-drawn', 'true');
    await page.keyboard.press('PageDown');
    await expect(page.getByTestId('pdf-text')).toContainText('第二页');
    await page.keyboard.press('ArrowRight');
    await expect(page.getByTestId('word-text')).toHaveText(/示例讲话稿\s+<script>alert\(1\)<\/script>/);
    await page.keyboard.press('Escape');
    await expect(page.getByTestId('viewer')).toBeHidden();
    await expect(page.getByRole('heading', { name: HONOR })).toBeVisible();
  });

  await test.step('text of Word and PDF files is kept to be found', async () => {
    const texts = await page.evaluate(async () => {
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        const request = indexedDB.open('rongdang');
        request.addEventListener('success', () => resolve(request.result));
        request.addEventListener('error', () => reject(new Error('not opened')));
      });
      const rows = await new Promise<{ name: string; extractedText: string }[]>((resolve) => {
        const request = database.transaction('attachments').objectStore('attachments').getAll();
        request.addEventListener('success', () => resolve(request.result as { name: string; extractedText: string }[]));
      });
      database.close();
      return Object.fromEntries(rows.map(({ name, extractedText }) => [name, extractedText]));
    });
    expect(texts['示例决定.pdf']).toContain('关于表彰示例单位的决定');
    expect(texts['讲话.docx']).toContain('示例讲话稿');
    expect(texts['scene.jpg']).toBe('');
  });

  await test.step('order, description, copy and deletion, each taken back by Ctrl+Z', async () => {
    const names = () => page.getByTestId('attachment-tile').locator('[title]').first();
    await page.getByRole('button', { name: '查看“scene.jpg”' }).press('Alt+ArrowLeft');
    await expect(names()).toHaveText('scene.jpg');
    const last = page.getByRole('button', { name: '查看“讲话.docx”' });
    await last.dragTo(page.getByRole('button', { name: '查看“scene.jpg”' }));
    await expect(names()).toHaveText('讲话.docx');
    await page.keyboard.press('Control+z');
    await expect(names()).toHaveText('scene.jpg');
    await page.getByRole('button', { name: '查看“scene.jpg”' }).press('F2');
    await page.getByRole('dialog').getByLabel('说明').fill('示例颁奖现场');
    await page.keyboard.press('Enter');
    await expect(tile(page, 'scene.jpg')).toContainText('示例颁奖现场');
    const copy = join(folder, 'copy.pdf');
    await answerSaveDialog(app, copy);
    await page.getByRole('button', { name: '“示例决定.pdf”的操作' }).click();
    await page.getByRole('menuitem', { name: '另存副本' }).click();
    await expect(page.getByText(`副本已存为：${copy}`)).toBeVisible();
    expect(await readFile(copy)).toEqual(await readFile(decision));
    await page.getByRole('button', { name: '查看“讲话.docx”' }).press('Delete');
    await expect(page.getByTestId('attachment-tile')).toHaveCount(3);
    await expect(page.getByRole('heading', { name: HONOR })).toBeVisible();
    await page.keyboard.press('Control+z');
    await expect(page.getByTestId('attachment-tile')).toHaveCount(4);
  });

  await test.step('photos are grouped with the elements of a caption', async () => {
    await page.getByLabel('选中“scene.jpg”').check();
    await page.getByLabel('选中“certificate.png”').check();
    await page.getByRole('button', { name: '把选中的 2 张编成照片组…' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('组名').fill('示例颁奖照片');
    await dialog.getByLabel('事由').fill('示例表彰大会');
    await dialog.getByRole('button', { name: '用作拍摄时间' }).click();
    await dialog.getByRole('button', { name: '保存' }).click();
    const group = page.getByTestId('photo-group');
    await expect(group).toContainText('2023年5月4日');
    await expect(group).toContainText('还缺：地点、人物、背景、摄影者');
    await expect(group.getByTestId('attachment-tile')).toHaveCount(2);
    await group.getByRole('button', { name: '解散' }).click();
    await expect(group).toBeHidden();
    await expect(page.getByTestId('attachment-tile')).toHaveCount(4);
  });
});

test('bad files end in a clear word or a lesser preview, and the record stays whole', async ({
  app,
  page,
  dataFolder,
}) => {
  test.setTimeout(300_000);
  const folder = join(dataFolder, 'files-of-the-test');
  const large = await writeSample(folder, '大图.png', png(12_000, 9000));
  const largeJpeg = await writeSample(folder, '大照片.jpg', jpeg(12_000, 9000));
  const whole = jpeg(1600, 1200);
  const cut = await writeSample(folder, '残缺.jpg', whole.subarray(0, Math.floor(whole.length / 2)));
  const head = await writeSample(folder, '只有头.jpg', whole.subarray(0, 60));
  const phone = await writeSample(folder, '手机.heic', heic());
  const scans = await writeSample(folder, '多页.tif', tiff(3));
  const odd = await writeSample(folder, 'a\\b：c:d*e.pdf', pdf(['名字里有怪符号']));
  const broken = await writeSample(folder, '坏.pdf', Buffer.from('%PDF-1.4\nbroken'));
  const long = await writeSample(folder, `${'长'.repeat(80)}.docx`, Buffer.from('PK\x03\x04[Content_Types].xml'));
  const empty = await writeSample(folder, '空的.pdf', Buffer.alloc(0));
  const webPage = await writeSample(folder, '网页.pdf', Buffer.from('<!doctype html><script>alert(1)</script>'));
  const gone = join(folder, '不在.jpg');
  await expect(page.getByRole('navigation')).toBeVisible();
  await addHonor(page, HONOR);

  await test.step('the window goes on answering while very large pictures are read', async () => {
    await answerOpenDialog(app, [large, largeJpeg, cut, head, phone, scans, odd, broken, long, webPage, empty, gone]);
    await page.evaluate(() => {
      const seen = { longest: 0, last: performance.now() };
      Object.assign(globalThis, { seen });
      setInterval(() => {
        const now = performance.now();
        seen.longest = Math.max(seen.longest, now - seen.last);
        seen.last = now;
      }, 20);
    });
    await page.getByRole('button', { name: '添加附件' }).click();
    await expect(page.getByTestId('attachment-tile')).toHaveCount(10, { timeout: 90_000 });
    await expect(page.getByRole('dialog')).toContainText('“空的.pdf”：文件是空的（0 字节），没有附上');
    await page.getByRole('button', { name: '知道了' }).click();
    await expectPicture(tile(page, '大图.png'));
    await expectPicture(tile(page, '大照片.jpg'));
    await expectPicture(tile(page, '残缺.jpg'));
    const longest = await page.evaluate(() => (globalThis as unknown as { seen: { longest: number } }).seen.longest);
    test.info().annotations.push({ type: 'longest pause of the window', description: `${Math.round(longest)} ms` });
  });

  await test.step('what cannot be shown says so', async () => {
    await expect(tile(page, '残缺.jpg')).toContainText('图片不完整，只能显示一部分');
    await expect(tile(page, '只有头.jpg')).toContainText('图片不完整，无法预览');
    await expect(tile(page, '网页.pdf')).toContainText('扩展名是 .pdf，内容却不是这种文件');
    await expect(tile(page, '手机.heic')).toContainText('HEIC 图片不能在这里预览，文件已完整保存，可以另存副本');
    await expect(tile(page, '多页.tif')).toContainText('TIFF 图片（共 3 页）不能在这里预览');
    await expect(tile(page, 'a\\b：c:d*e.pdf')).toBeVisible();
    await page.getByRole('button', { name: '查看“坏.pdf”' }).click();
    await expect(page.getByText('这个 PDF 读不出来')).toBeVisible();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: '查看“大图.png”' }).click();
    await expect(page.getByText('原图 12000 × 9000，这里显示缩小的预览')).toBeVisible({ timeout: 60_000 });
    await expect(page.getByTestId('viewer').locator('img')).toBeVisible();
    await page.keyboard.press('Escape');
  });

  await test.step('a pasted file may have a name of 300 characters', async () => {
    await page.evaluate(() => {
      const transfer = new DataTransfer();
      transfer.items.add(new File(['示例文字'], `${'名'.repeat(300)}.txt`, { type: 'text/plain' }));
      dispatchEvent(new ClipboardEvent('paste', { clipboardData: transfer, bubbles: true, cancelable: true }));
    });
    await expect(page.getByTestId('attachment-tile')).toHaveCount(11);
    await expect(page.getByText(/^名{295}….txt$/)).toBeVisible();
  });

  await test.step('a large file can be cancelled, or go away, while it is copied', async () => {
    const slow = await writeSample(folder, '很大.bin', new Uint8Array(1));
    await truncate(slow, 600_000_000);
    await answerOpenDialog(app, [slow]);
    await page.getByRole('button', { name: '添加附件' }).click();
    await page.getByTestId('attach-progress').getByRole('button', { name: '取消' }).click();
    await expect(page.getByText('“很大.bin”：已取消，没有附上。')).toBeVisible();
    await page.getByRole('button', { name: '知道了' }).click();
    await page.getByRole('button', { name: '添加附件' }).click();
    await expect(page.getByTestId('attach-progress')).toBeVisible();
    await rm(slow);
    await expect(page.getByText('“很大.bin”：文件不见了')).toBeVisible({ timeout: 60_000 });
    await page.getByRole('button', { name: '知道了' }).click();
    await expect(page.getByTestId('attachment-tile')).toHaveCount(11);
  });

  await test.step('a file that went away before it was copied is named; nothing else is touched', async () => {
    await answerOpenDialog(app, [cut, gone]);
    await page.getByRole('button', { name: '添加附件' }).click();
    await expect(page.getByText('有 1 个文件或文件夹读不出来')).toBeVisible();
    await expect(page.getByText('“残缺.jpg”：“示例荣誉甲”已有内容完全相同的附件')).toBeVisible();
    await page.getByRole('button', { name: '知道了' }).click();
    await expect(page.getByTestId('attachment-tile')).toHaveCount(11);
  });
});
