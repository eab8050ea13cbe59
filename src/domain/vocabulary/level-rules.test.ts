import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { DEFAULT_LEVEL_RULES, deriveLevel, levelRulesFor, levelRulesSchema, type LevelRule } from './level-rules.ts';
import type { Level } from './levels.ts';

function levelOf(name: string, rules: readonly LevelRule[] = DEFAULT_LEVEL_RULES): Level | null {
  return deriveLevel([{ name, level: null }], rules)?.level ?? null;
}

const CENTRE = [
  '中共中央',
  '中共中央宣传部',
  '中共中央组织部',
  '中央文明委',
  '中央文明办',
  '中央精神文明建设指导委员会',
  '中央精神文明建设指导委员会办公室',
  '中央军委',
  '中央军委政治工作部',
  '中央和国家机关工委',
  '国务院',
  '中华人民共和国国务院',
  '国务院办公厅',
  '国务院国有资产监督管理委员会',
  '全国人大常委会',
  '全国人民代表大会常务委员会',
  '全国政协',
  '中国人民政治协商会议全国委员会',
];

const MINISTRIES = [
  '最高人民法院',
  '最高人民检察院',
  '最高人民法院政治部',
  '人社部',
  '人力资源和社会保障部',
  '人力资源社会保障部',
  '中华人民共和国人力资源和社会保障部',
  '教育部',
  '公安部',
  '水利部',
  '国家税务总局',
  '国家统计局',
  '国家发展和改革委员会',
  '国家发展改革委',
  '国家卫健委',
  '国家档案局',
  '国家乡村振兴局',
  '海关总署',
  '审计署',
  '市场监管总局',
  '国家市场监督管理总局',
  '全国总工会',
  '中华全国总工会',
  '共青团中央',
  '团中央',
  '全国妇联',
  '中华全国妇女联合会',
  '全国老龄办',
  '全国绿化委员会',
  '中国人民银行',
];

const PROVINCE = [
  '中共山东省委',
  '中共山东省委员会',
  '中共山东省委组织部',
  '中共山东省委省直机关工作委员会',
  '山东省人民政府',
  '山东省人力资源和社会保障厅',
  '山东省高级人民法院',
  '山东省人民检察院',
  '山东省市场监督管理局',
  '山东省城市管理委员会',
  '山东省总工会',
  '省委',
  '省委、省政府',
  '省委省直机关工委',
  '省直机关工委',
  '省政府办公厅',
  '省人社厅',
  '省市场监管局',
  '省妇联',
  '团省委',
  '共青团山东省委',
  '共青团山东省委员会',
  '江苏省财政厅',
  '广西壮族自治区人民政府',
  '内蒙古自治区人民政府办公厅',
  '宁夏回族自治区人民检察院',
  '中共内蒙古自治区委员会',
  '新疆维吾尔自治区党委',
  '北京市人民政府',
  '国家税务总局山东省税务局',
];

const CITY = [
  '中共菏泽市委',
  '中共菏泽市委员会',
  '中共菏泽市委组织部',
  '中共菏泽市委市直机关工作委员会',
  '中共菏泽市委市直机关工委',
  '中共菏泽市委党校',
  '菏泽市委',
  '菏泽市人民政府',
  '菏泽市人力资源和社会保障局',
  '菏泽市中级人民法院',
  '菏泽市人民检察院',
  '菏泽市市场监督管理局',
  '菏泽市总工会',
  '山东省菏泽市中级人民法院',
  '国家税务总局菏泽市税务局',
  '国家统计局菏泽调查队',
  '中国人民银行菏泽市分行',
  '山东省菏泽生态环境监测局',
  '共青团菏泽市委',
  '市委',
  '市委、市政府',
  '市委市直机关工委',
  '市委组织部',
  '市直机关工委',
  '市政府',
  '市人社局',
  '市水务局',
  '市中级人民法院',
  '市人民检察院',
  '市文明委',
  '市市场监管局',
  '市区划地名办公室',
  '团市委',
  '济南市人民政府',
  '中共济南市委',
  '山东省济南市人民政府',
  '中共山东省济南市委员会',
  '青岛市中级人民法院',
  '山东省青岛市中级人民法院',
];

const COUNTY = [
  '中共牡丹区委',
  '菏泽市牡丹区人民政府',
  '山东省菏泽市牡丹区人民法院',
  '菏泽市定陶区水务局',
  '曹县人民政府',
  '中共曹县委员会',
  '单县人民法院',
  '山东省单县人民政府',
  '成武县教育局',
  '郓城县委',
  '中共鄄城县委组织部',
  '国家税务总局曹县税务局',
  '国家税务总局单县税务局',
  '县委',
  '县政府',
  '区委',
  '区直机关工委',
  '市中区人民法院',
  '市中区委',
  '市南区人民政府',
  '市北区教育局',
  '青岛市市南区人民政府',
  '中共济南市市中区委',
  '济南市市中区人民法院',
  '菏泽经济开发区管委会',
  '市水务局党组',
  '中共菏泽市水务局党组',
  '中共菏泽市公安局委员会',
  '菏泽市水务局机关党委',
  '中共菏泽市委市直机关工委机关党委',
  '市中级人民法院机关党委',
  '局党组',
  '局机关党委',
];

const OTHER = [
  '菏泽市牡丹区西城街道办事处',
  '曹县庄寨镇人民政府',
  '市水务局机关第一党支部',
  '山东大学',
  '菏泽市中医医院',
  '国网山东省电力公司',
];

describe('the level by the default rules', () => {
  it.each([
    ['国家级', CENTRE],
    ['国家级', MINISTRIES],
    ['省部级', PROVINCE],
    ['市厅级', CITY],
    ['县处级', COUNTY],
    ['其他', OTHER],
  ] as const)('is %s for bodies such as %j', (level, names) => {
    expect(names.map((name) => [name, levelOf(name)])).toEqual(names.map((name) => [name, level]));
  });

  it('is not guessed from names that say nothing', () => {
    const names = [
      '',
      '   ',
      '*',
      '中国档案学会',
      '模范机关建设',
      '某某协会',
      '曾获表彰',
      'x'.repeat(10_000),
      '\ud800',
    ];
    expect(names.map((name) => levelOf(name))).toEqual(names.map(() => null));
  });

  it('does not depend on width and blanks', () => {
    expect(levelOf('　最高 人民\n法院 ')).toBe('国家级');
    expect(levelOf('市场监管总局（国家认监委）')).toBe('国家级');
    expect(levelOf('全国老龄办（Ａ）')).toBe('国家级');
  });

  it('takes 省部级 for ministries when the setting says so, and leaves all others', () => {
    const rules = levelRulesFor('省部级');
    expect(MINISTRIES.map((name) => levelOf(name, rules))).toEqual(MINISTRIES.map(() => '省部级'));
    expect(CENTRE.map((name) => levelOf(name, rules))).toEqual(CENTRE.map(() => '国家级'));
    expect(CITY.map((name) => levelOf(name, rules))).toEqual(CITY.map(() => '市厅级'));
  });

  it('says of the ministries that it is adjustable', () => {
    for (const name of MINISTRIES) {
      const index = deriveLevel([{ name, level: null }], DEFAULT_LEVEL_RULES)?.because.ruleIndex;
      expect(typeof index === 'number' ? DEFAULT_LEVEL_RULES[index]?.note : '').toContain('可调整');
    }
  });
});

describe('the default table', () => {
  it('is a table that its own schema accepts', () => {
    expect(v.is(levelRulesSchema, DEFAULT_LEVEL_RULES)).toBe(true);
  });

  it('says nothing twice', () => {
    const patterns = DEFAULT_LEVEL_RULES.map(({ pattern }) => pattern);
    expect(patterns.filter((pattern, index) => patterns.indexOf(pattern) !== index)).toEqual([]);
  });
});

describe('the level of a joint award', () => {
  const rules: readonly LevelRule[] = [
    { pattern: '省*', level: '省部级', note: '' },
    { pattern: '市*', level: '市厅级', note: '' },
    { pattern: '*', level: '其他', note: '' },
  ];

  it('is that of the lead body', () => {
    expect(
      deriveLevel(
        [
          { name: '市委', level: null },
          { name: '省委', level: null },
        ],
        rules,
      ),
    ).toEqual({
      level: '市厅级',
      because: { body: '市委', ruleIndex: 1 },
    });
  });

  it('is that of the next body when nothing is known of the lead body', () => {
    const known = rules.slice(0, 2);
    expect(
      deriveLevel(
        [
          { name: '某会', level: null },
          { name: '省委', level: null },
        ],
        known,
      ),
    ).toEqual({
      level: '省部级',
      because: { body: '省委', ruleIndex: 0 },
    });
  });

  it('is what the unit record of a body states, against the rules', () => {
    expect(deriveLevel([{ name: '省委', level: '国家级' }], rules)).toEqual({
      level: '国家级',
      because: { body: '省委', ruleIndex: 'unit' },
    });
  });

  it('is that of the lead body by a rule even when another unit record states one', () => {
    const bodies = [
      { name: '省委', level: null },
      { name: '市委', level: '县处级' as const },
    ];
    expect(deriveLevel(bodies, rules)?.level).toBe('省部级');
  });

  it('is unknown without bodies and without rules', () => {
    expect(deriveLevel([], rules)).toBeNull();
    expect(deriveLevel([{ name: '省委', level: null }], [])).toBeNull();
  });

  it('is decided by the first rule that matches', () => {
    expect(deriveLevel([{ name: '省委', level: null }], rules.toReversed())).toEqual({
      level: '其他',
      because: { body: '省委', ruleIndex: 0 },
    });
  });

  it('is that of the body named first when one cell names several', () => {
    const names = ['省委、市委、县委', '市委、市政府，区委', '国务院；省委'];
    expect(names.map((name) => levelOf(name))).toEqual(['省部级', '市厅级', '国家级']);
    expect(levelOf('甲、乙', [{ pattern: '甲、*', level: '其他', note: '' }])).toBe('其他');
  });

  it('reads full-width stars in patterns', () => {
    expect(levelOf('省 委', [{ pattern: ' 省 ＊', level: '省部级', note: '' }])).toBe('省部级');
  });
});

describe('a table of rules', () => {
  const rule = { pattern: '省*', level: '省部级', note: '' };

  it.each([
    ['a blank pattern', [{ ...rule, pattern: ' \u3000' }]],
    ['a pattern that is too long', [{ ...rule, pattern: '省'.repeat(61) }]],
    ['too many stars', [{ ...rule, pattern: '*省'.repeat(9) }]],
    ['a level that there is not', [{ ...rule, level: '宇宙级' }]],
    ['a note that is too long', [{ ...rule, note: 'x'.repeat(201) }]],
    ['fields that nobody knows', [{ ...rule, extra: 1 }]],
    ['too many rules', Array.from({ length: 501 }, () => rule)],
    ['what is no table', 'rules'],
  ])('must not have %s', (_, table) => {
    expect(v.is(levelRulesSchema, table)).toBe(false);
  });

  it('may be empty', () => {
    expect(v.is(levelRulesSchema, [])).toBe(true);
  });
});

it('derives the levels of 10,000 rows of an import fast enough for an import', () => {
  const started = Date.now();
  for (let row = 0; row < 10_000; row += 1) levelOf(`中国某某学会第${row}分会`);
  expect(Date.now() - started).toBeLessThan(3_000);
});
