/** Made-up honours in many words, all marked 示例, as the texts of an archive are; the same seed gives the same records. */
import { createRandom } from './synthetic-records.mjs';

const WORDS = (
  '党建 机关 模范 先锋 服务 群众 改革 创新 作风 廉政 纪检 监察 组织 宣传 统战 群团 青年 妇女 职工 工会 文明 创建 卫生 健康 教育 教学 科研 ' +
  '技术 人才 就业 创业 社保 医保 民政 救助 养老 住房 城建 规划 国土 资源 环境 生态 水利 农业 农村 乡村 振兴 扶贫 产业 企业 招商 引资 项目 ' +
  '投资 财政 税务 审计 统计 金融 商务 外贸 交通 运输 公路 安全 生产 应急 消防 公安 司法 法院 检察 信访 稳定 平安 综治 社区 网格 治理 数字 ' +
  '信息 档案 史志 新闻 出版 广电 文化 旅游 体育 竞赛 歌咏 演讲 征文 书法 摄影 志愿 献血 植树 绿化 节能 节水 低碳 督查 考核 评估 示范 标准 ' +
  '质量 品牌 诚信 窗口 审批 政务 便民 热线 接待 保密 后勤 会务 文稿 调研 普法 禁毒 双拥 国防 人防 气象 地震 粮食 供销 烟草 邮政 电力 通信 ' +
  '石油 煤炭 纺织 食品 药品 市场 监管 知识产权 专利 计量'
).split(' ');
const PRIZES =
  '先进集体 先进单位 优秀集体 文明单位 示范单位 模范机关 优秀品牌 一等奖 二等奖 三等奖 组织奖 创新奖 优秀奖 示范窗口 先锋岗 红旗单位 突出贡献奖'.split(
    ' ',
  );
const SCOPES = ['全国', '全省', '全市', '示例省', '示例市'];
const LEVELS = ['国家级', '省部级', '市厅级', '县处级'];
const PLACES = ['市', '县', '区'];
const OFFICES = ['局', '委员会', '办公室', '中心', '院'];
const UNITS = 400;
/** So many of them award honours. */
const GIVERS = 60;
const FIRST_YEAR = 2014;
const YEARS = 12;

/** @param {number} count @param {number} seed */
export function variedHonors(count, seed = 1) {
  const random = createRandom(seed);
  const pick = (/** @type {number} */ below) => Math.floor(random() * below);
  const oneOf = (/** @type {readonly string[]} */ list) => list[pick(list.length)];
  const words = (/** @type {number} */ number) => Array.from({ length: number }, () => oneOf(WORDS)).join('');
  const units = Array.from({ length: UNITS }, () => `示例${oneOf(PLACES)}${words(1 + pick(2))}${oneOf(OFFICES)}`);
  return Array.from({ length: count }, () => {
    const year = FIRST_YEAR + pick(YEARS);
    return {
      kind: 'honor',
      title: `${oneOf(SCOPES)}${year}年度${words(1 + pick(3))}工作${oneOf(PRIZES)}`,
      level: oneOf(LEVELS),
      awardedBy: [units[pick(GIVERS)]],
      recipients: [units[pick(UNITS)]],
      date: `${year}年${pick(12) + 1}月${pick(28) + 1}日`,
      documentNo: `示发〔${year}〕${pick(300) + 1}号`,
      // One in three says nothing more.
      note: pick(3) === 0 ? '' : `${words(3 + pick(12))}，${words(3 + pick(8))}。`,
    };
  });
}
