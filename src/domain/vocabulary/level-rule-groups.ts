import type { Level } from './levels.ts';

/** What an award of a ministry counts as. */
export type MinistryLevel = Extract<Level, '国家级' | '省部级'>;

/** Patterns stand between blanks. */
type RuleGroup = { readonly level: Level; readonly note: string; readonly patterns: string };

const MINISTRY_NOTE = '可调整：中央部委、最高法、最高检和全国性群团的表彰按国家级还是省部级计，没有权威规定';

/**
 * The groups of the table of level rules, in order. See `levelRulesFor`.
 *
 * @param ministries what an award of a ministry, the Supreme Court or a national people's organisation counts as
 */
export function levelRuleGroups(ministries: MinistryLevel): readonly RuleGroup[] {
  return [
    ...LOCAL_GROUPS,
    ...CENTRAL_GROUPS,
    { level: ministries, note: MINISTRY_NOTE, patterns: MINISTRIES },
    ...REGIONAL_GROUPS,
  ];
}

/** Bodies whose names also look like those of a higher one. */
const LOCAL_GROUPS: readonly RuleGroup[] = [
  {
    level: '其他',
    note: '企业、学校、医院自身的表彰；可调整',
    patterns: '*公司 *大学 *学校 *中学 *小学 *医院 菏泽学院',
  },
  {
    level: '其他',
    note: '乡镇、街道、社区和党支部',
    patterns: `*镇党委 *乡党委 *镇委员会 *乡委员会 *镇人民政府 *乡人民政府 *街道办事处 *街道党工委 *街道工委
      *街道工作委员会 *社区党* *社区居* *社区委员会 *党支部 *支部委员会`,
  },
  {
    level: '县处级',
    note: '市直部门的党组、党委和机关党组织',
    patterns: `市*党组 菏泽市*党组 中共菏泽市*党组 市*局党委 菏泽市*局党委 中共菏泽市*局党委 中共菏泽市*局委员会
      市*机关党委 菏泽市*机关党委 中共菏泽市*机关党委 中共菏泽市*机关委员会 局党组 局党委 局机关党委 院党组 院机关党委`,
  },
  {
    level: '县处级',
    note: '菏泽所辖县区',
    patterns: `*牡丹区* *定陶区* *定陶县* 曹县* *菏泽市曹县* *山东省曹县* *局曹县* 中共曹县* 单县* *菏泽市单县* *山东省单县*
      *局单县* 中共单县* *成武县* *巨野县* *郓城县* *鄄城县* *东明县*`,
  },
  {
    level: '县处级',
    note: '开发区；按其规格可调整',
    patterns: `*开发区党工委 *开发区工委 *开发区工作委员会 *开发区管委会 *开发区管理委员会 *高新区党工委 *高新区管委会`,
  },
  {
    level: '省部级',
    note: '自治区、特别行政区；其所辖地市请另加规则',
    patterns:
      '*自治区党委* *自治区人民政府* *自治区*厅 *自治区*委员会 *自治区人民检察院 *自治区高级人民法院 *特别行政区*',
  },
  {
    level: '县处级',
    note: '县、区（不含市中级人民法院等）',
    patterns: `*县委 中共*县委员会 *县委*部 *县委*办公室 *县委*工委 *县人民政府* *县政府 *县人民法院 *县人民检察院 *县*局
      *区委 中共*区委员会 *区委*部 *区委*办公室 *区委*工委 *区人民政府* *区政府 *区人民法院 *区人民检察院
      市中区* 市南区* 市北区* 县委* 县政府* 县人大* 县政协* 县纪委* 县直* 区委* 区政府* 区人大* 区政协* 区纪委* 区直*`,
  },
  {
    level: '市厅级',
    note: '上级机关设在菏泽的机构，菏泽市的机关',
    patterns: `*菏泽市* *菏泽*局 *菏泽*队 *菏泽*分行 *菏泽*支行 *菏泽*海关 *菏泽军分区* 菏泽市委*`,
  },
  {
    level: '省部级',
    note: '中央部门设在山东的机构',
    patterns: '国家*局山东* 中国人民银行山东* *山东监管局',
  },
];

const CENTRAL_GROUPS: readonly RuleGroup[] = [
  {
    level: '国家级',
    note: '中共中央及其部门',
    patterns: `中共中央* 党中央* 中央军委* 中央军事委员会* 中央纪委* 中央*委 中央*委员会 中央*委办公室 中央*部 中央*部办公厅
      中央*办 中央*办公室 中央*领导小组* 中央和国家机关* 中央国家机关*`,
  },
  {
    level: '国家级',
    note: '全国人大、国务院、全国政协',
    patterns: `国务院* 中华人民共和国国务院* 全国人大* 全国人民代表大会* 全国政协* 中国人民政治协商会议全国委员会*
      中国人民解放军*部`,
  },
];

const MINISTRIES = `
  最高人民法院* 最高人民检察院* 最高法* 最高检* 中华人民共和国*
  外交部* 国防部* 教育部* 科技部* 科学技术部* 工信部* 工业和信息化部* 公安部* 安全部* 民政部* 司法部* 财政部*
  人社部* 人力资源社会保障部* 人力资源和社会保障部* 人事部* 自然资源部* 国土资源部* 生态环境部* 环境保护部* 住建部*
  住房城乡建设部* 住房和城乡建设部* 交通运输部* 交通部* 水利部* 农业农村部* 农业部* 商务部* 文旅部* 文化和旅游部*
  文化部* 卫生部* 退役军人事务部* 应急管理部* 应急部* 审计署* 中国人民银行 海关总署* 市场监管总局* 市场监督管理总局* *总局 *总局办公厅
  国家*局 国家*局办公室 国家*委 国家*委员会 国家*委办公厅 国家*部 国家*署 国家*办 国家*办公室
  中华全国* 全国总工会* 全总* 共青团中央* 团中央* 全国妇联* 中国科协* 中国文联* 中国作协* 中国残联* 中国法学会*
  中国红十字会总会* 中国关工委* 全国*`;

const REGIONAL_GROUPS: readonly RuleGroup[] = [
  {
    level: '市厅级',
    note: '其他设区市的机关；县级市请另加规则',
    patterns: `*市中级人民法院* *省*市委 中共*省*市委员会 *省*市人民政府*`,
  },
  {
    level: '省部级',
    note: '省委、省政府及其部门',
    patterns: `中共山东省委* 山东省* 中共*省委* *省委 *省人民政府* *省*厅 *省高级人民法院* *省人民检察院* 省委* 省政府* 省*
      团省委* 共青团*省委* 共青团*省委员会 中国人民政治协商会议山东省*`,
  },
  {
    level: '省部级',
    note: '直辖市',
    patterns:
      '中共北京市委* 北京市委* 北京市人民政府* 中共上海市委* 上海市委* 上海市人民政府* 中共天津市委* 天津市委* 天津市人民政府* 中共重庆市委* 重庆市委* 重庆市人民政府*',
  },
  {
    level: '市厅级',
    note: '市委、市政府及其部门；“市”开头的是本市的简称',
    patterns: `中共*市委 中共*市委员会 *市委 *市人民政府 *市直机关工委* *市直机关工作委员会* 团市委* 共青团*市委* 市级*
      市委* 市人大* 市政府* 市人民政府* 市政协* 市纪委* 市*`,
  },
  { level: '县处级', note: '部门党组、党委', patterns: '*局党组 *局党委 *局机关党委 *机关党委' },
];
