import { describe, expect, it } from 'vitest';
import { ATTACHMENT_ROLES } from '../vocabulary/attachment-terms.ts';
import { guessAttachmentRole } from './attachment-role.ts';

describe('the role of an attachment', () => {
  it.each([
    ['2021年市中院全国优秀法院证书.jpg', '证书'],
    ['证书扫描件.pdf', '证书'],
    ['证书照片(1).JPG', '证书'],
    ['荣誉 证书.png', '证书'],
    ['奖状.jpg', '证书'],
    ['HZ-2023-015 奖牌.pdf', '奖牌照片'],
    ['奖牌照片.jpg', '奖牌照片'],
    ['锦旗.jpeg', '奖牌照片'],
    ['关于表彰先进集体的决定.pdf', '文件扫描件'],
    ['菏组发〔2023〕5号.pdf', '文件扫描件'],
    ['菏组发[2023]5号.tif', '文件扫描件'],
    ['扫描件0001.pdf', '文件扫描件'],
    ['颁发证书现场照片.jpg', '活动照片'],
    ['合影.jpg', '活动照片'],
    ['活动照片3.png', '活动照片'],
    ['关于开展模范机关建设的通知.docx', '正文'],
    ['工作方案（正文）.pdf', '正文'],
    ['方案.WPS', '正文'],
    ['IMG_2034.JPG', '其他'],
    ['微信图片_20230504102233.jpg', '其他'],
    ['市人社局—暖1℃(2).png', '其他'],
    ['', '其他'],
    ['.', '其他'],
    ['constructor', '其他'],
  ])('%j: %s', (name, role) => {
    expect(guessAttachmentRole(name)).toBe(role);
  });

  it('is one of the roles for any name', () => {
    for (const name of ['证'.repeat(10_000), '\ud800证书', '\0', '../../证书', '（2023）1号'.repeat(50)]) {
      expect(ATTACHMENT_ROLES).toContain(guessAttachmentRole(name));
    }
  });
});
