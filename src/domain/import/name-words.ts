/** How units and persons are told from other texts, and from each other, by their form alone. */

const UNIT_ENDINGS = (
  '委员会 办公室 管委会 联合会 人民政府 法院 检察院 医院 学校 大学 学院 中学 小学 幼儿园 党校 银行 集团 公司 企业 中心 总队 支队 大队 中队 ' +
  '支部 总支 党委 党组 工委 纪委 监委 团委 街道 办事处 社区 基地 指挥部 报社 电视台 工会 团市委 团省委 妇联 科协 侨联 残联 文联 工商联 红十字会 ' +
  '协会 学会 商会 机关 政协 人大 常委会 窗口 大厅 车间 班组 项目部 服务站 联社 合作社 ' +
  '局 委 办 院 厅 部 所 站 处 科 室 馆 队 社 厂 镇 乡 村 署 台 会 组 园 校 系 行 店 场 库'
).split(' ');
const UNIT = new RegExp(`.(?:${UNIT_ENDINGS.join('|')})$`, 'u');
/** Of these a part of a longer text is more often made than a unit; a name with them needs more behind it. */
const SURE_UNIT =
  /.(?:局|委|办|院|厅|部|委员会|办公室|中心|公司|集团|学校|大学|学院|中学|小学|党校|银行|政府|法院|检察院|总工会|妇联|科协|侨联|残联|文联|工商联|红十字会|联合会|协会|学会|政协|人大|支队|总队|大队|街道|办事处|机关|支部|党组|馆|站|所|台|队)$/u;
/** Names of offices that every unit has one of: alone they name nobody. */
const BARE_ORGAN =
  /^(?:局|委员会|办公室|机关|机关党委|党委|党组|党支部|支部|总支|组织部|宣传部|统战部|政法委|管理局|监督管理局|监督局|保障局|社会保障局|服务局|执法局|建设局|规划局|信息化局|改革委员会|改革委|改革局|服务中心|管理中心|中心|人民法院|中级人民法院|法院|人民检察院|检察院|人民政府|管理委员会|工作委员会|工委|联合会|科|处|室|旅游局|体育局)$/u;
/** A place, with which a unit's name begins and does not end. */
const PLACE = /^[\p{Script=Han}]{1,8}(?:省|市|县|区|自治区|自治州|旗)$/u;

const SURNAMES = new Set(
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩邓冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付傅方邹熊白孟秦邱侯江尹薛闫阎段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向常汤康易乔温庞殷樊兰施安庄章鲁倪华颜裴翟葛殷牛耿俞左季甘祁岳祝辛管焦柳毕聂靳游童欧项尚宁曲盛卜娄路符苑柴蓝骆商宫谷时柏关齐冉包司鲍霍苗梅丛古仇党冷岑喻冀单伍阮艾解晁楚桑栾申'.replace(
    /\s/g,
    '',
  ),
);
const COMPOUND_SURNAME = /^(?:欧阳|上官|司马|诸葛|东方|皇甫|尉迟|公孙|慕容|令狐|司徒|端木|夏侯|澹台)/u;
/** What ends in these is a title, a place or a date and no name: 金奖, 高新区, 文明县. */
const NOT_PERSON = /(?:奖|级|类|号|年|月|日|区|县|市|省|镇|乡|村|杯|集体|个人|单位|项|名|等|牌|书|章|旗)$/u;

/** Removes what layout puts between characters: line breaks, full-width and spread-out blanks. Latin words keep one. */
export function joinHan(text: string): string {
  // First one blank of each run: looking ahead from every blank of a long one would take its square.
  return text
    .replace(/\s+/gu, ' ')
    .replace(/(?<=[^!-~]) | (?=[^!-~])/gu, '')
    .trim();
}

/** Whether a text has the form of a unit's name, such as 示例市水务局; a place alone or 办公室 alone has not. */
export function looksLikeUnit(text: string): boolean {
  return text.length >= 3 && text.length <= 40 && UNIT.test(text.replace(/[）)》”]$/u, '')) && !BARE_ORGAN.test(text);
}

/** The same for what stands on one side of 和: only endings that are hardly ever the middle of a name. */
export function surelyUnit(text: string): boolean {
  return text.length >= 3 && SURE_UNIT.test(text) && !BARE_ORGAN.test(text) && !/^(?:谐|平|睦)/u.test(text);
}

export function isBareOrgan(text: string): boolean {
  return BARE_ORGAN.test(text);
}

export function isPlace(text: string): boolean {
  return PLACE.test(text);
}

/** Whether a text has the form of a person's name: a surname and one or two characters, or three names with a dot. */
export function looksLikePerson(text: string): boolean {
  if (/^[\p{Script=Han}]{2,8}[·•][\p{Script=Han}]{2,8}$/u.test(text)) return true;
  if (!/^\p{Script=Han}{2,4}$/u.test(text) || NOT_PERSON.test(text)) return false;
  if (COMPOUND_SURNAME.test(text)) return text.length >= 3;
  if (text.length > 3 || !SURNAMES.has(text.charAt(0))) return false;
  return !SURE_UNIT.test(text);
}
