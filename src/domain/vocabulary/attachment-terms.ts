export const ATTACHMENT_ROLES = ['证书', '奖牌照片', '文件扫描件', '活动照片', '正文', '其他'] as const;
export type AttachmentRole = (typeof ATTACHMENT_ROLES)[number];
