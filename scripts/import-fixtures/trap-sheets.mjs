/** Sheets of a ledger with the traps that offices build without meaning to. Each has its truth written down. */
import { dayOf, monthOf, serialOf, yearOf } from './made-up-honors.mjs';
import { SheetWriter } from './sheet-writer.mjs';
import { trueHonor } from './truth.mjs';

/** @typedef {import('./made-up-honors.mjs').Maker} Maker */
/** @typedef {import('./made-up-honors.mjs').Made} Made */
/** @typedef {import('./truth.mjs').Truth} Truth */
/** @typedef {import('./truth.mjs').TrueRecord} TrueRecord */

export const HEAD = ['序号', '荣誉名称', '获奖单位', '级别', '授奖单位', '获奖时间', '文号', '备注'];

/** @param {Made} made @param {number} number @param {string} date */
export const cellsOf = (made, number, date) => [
  String(number),
  made.title,
  made.unit,
  made.levelText,
  made.giver,
  date,
  made.documentNo,
  '',
];

/** @param {Truth} truth @param {SheetWriter} sheet @param {number} row @param {readonly TrueRecord[]} records */
export function hold(truth, sheet, row, records, side = 0) {
  truth.valid.push({ sheet: sheet.name, row, side, records });
}

/** Banner, form line, vertical merges, 合计 and 注. @param {Maker} maker @param {Truth} truth */
export function bannerSheet(maker, truth) {
  const sheet = new SheetWriter('荣誉总账');
  sheet.addWide('示例市机关获得荣誉情况一览表', 8);
  sheet.addWide('填报单位：示例市委办公室　　　　填表人：示例甲　　　　', 8);
  sheet.add(HEAD);
  for (let group = 0; group < 20; group += 1) {
    const first = maker.make();
    const from = sheet.next;
    for (let at = 0; at < 4; at += 1) {
      const made = at === 0 ? first : maker.make({ level: first.level, year: first.year });
      const together = { ...made, giver: first.giver, month: first.month, day: first.day };
      const date = dayOf(together, group);
      const cells = cellsOf(together, group * 4 + at + 1, date.text);
      if (at > 0) cells.splice(4, 2, '', '');
      const row = sheet.add(cells);
      hold(truth, sheet, row, [trueHonor(together, date)]);
    }
    sheet.merge(from, 4, sheet.next - 1, 4);
    sheet.merge(from, 5, sheet.next - 1, 5);
  }
  sheet.add(['合计', '', '80项']);
  sheet.addWide('注：本表由各单位填报，示例市委办公室汇总。', 8);
  return sheet;
}

/** The year in the sheet's name, levels in sections, 小计, blank rows. @param {Maker} maker @param {Truth} truth */
export function sectionSheet(maker, truth) {
  const year = 2013 + maker.below(10);
  const sheet = new SheetWriter(`${year}年荣誉`);
  sheet.add(['序号', '荣誉名称', '获奖单位', '授奖单位', '获奖时间']);
  const levels = ['国家级', '省部级', '市厅级', '县处级'];
  const words = ['国家级荣誉', '省级荣誉', '市级荣誉', '县级荣誉'];
  levels.forEach((level, index) => {
    const text = `${'一二三四'[index]}、${words[index]}`;
    if (index % 2 === 0) sheet.addWide(text, 5);
    else sheet.add([text]);
    for (let at = 0; at < 20; at += 1) {
      const made = maker.make({ level, year });
      const day = `${made.month}月${made.day}日`;
      const row = sheet.add([String(at + 1), made.title, made.unit, made.giver, day]);
      hold(truth, sheet, row, [trueHonor(made, dayOf(made))]);
      if (at === 9) sheet.add([]);
    }
    sheet.add(['小计', '', '', '', '20项']);
  });
  return sheet;
}

/** Two rows of headings, the date in three columns, hidden rows that are data. @param {Maker} maker @param {Truth} truth */
export function splitDateSheet(maker, truth) {
  const sheet = new SheetWriter('表彰情况');
  sheet.addWide('表彰情况统计表', 8);
  const top = sheet.add(['序号', '荣誉名称', '受表彰单位', '级别', '表彰机关', '表彰时间', '', '']);
  sheet.add(['', '', '', '', '', '年', '月', '日']);
  for (let column = 0; column < 5; column += 1) sheet.merge(top, column, top + 1, column);
  sheet.merge(top, 5, top, 7);
  for (let at = 0; at < 70; at += 1) {
    const made = maker.make();
    const what = at % 3;
    const parts = [{ v: made.year }, what < 2 ? { v: made.month } : '', what < 1 ? { v: made.day } : ''];
    const date = what === 0 ? dayOf(made) : what === 1 ? monthOf(made) : yearOf(made);
    const row = sheet.add([{ v: at + 1 }, made.title, made.unit, made.levelText, made.giver, ...parts]);
    if (at % 9 === 4) sheet.hide(row);
    hold(truth, sheet, row, [trueHonor(made, date)]);
  }
  return sheet;
}

/** Printed pages: headings again further down, 本页小计. @param {Maker} maker @param {Truth} truth */
export function pagedSheet(maker, truth) {
  const sheet = new SheetWriter('集体荣誉');
  for (let page = 0; page < 4; page += 1) {
    sheet.addWide('示例市集体荣誉登记表', 8);
    sheet.add(page === 1 ? HEAD.map((text) => (text.length === 2 ? text.split('').join('　') : text)) : HEAD);
    for (let at = 0; at < 18; at += 1) {
      const made = maker.make();
      const date = monthOf(made, at);
      const row = sheet.add(cellsOf(made, page * 18 + at + 1, date.text));
      hold(truth, sheet, row, [trueHonor(made, date)]);
    }
    sheet.add(['本页小计', '', '18']);
  }
  return sheet;
}

/** Two tables side by side, a blank column between. @param {Maker} maker @param {Truth} truth */
export function besideSheet(maker, truth) {
  const sheet = new SheetWriter('并列两表');
  sheet.add(['荣誉名称', '获奖单位', '级别', '获奖时间', '', '奖项名称', '获奖集体', '级别', '颁奖时间']);
  for (let at = 0; at < 45; at += 1) {
    const [left, right] = [maker.make(), maker.make()];
    const [day, month] = [dayOf(left, at), monthOf(right)];
    const row = sheet.add([
      left.title,
      left.unit,
      left.levelText,
      day.text,
      '',
      ...(at < 40 ? [right.title, right.unit, right.levelText, month.text] : []),
    ]);
    hold(truth, sheet, row, [trueHonor(left, day)]);
    if (at < 40) hold(truth, sheet, row, [trueHonor(right, month)], 1);
  }
  return sheet;
}

/** An honours table and one of activities below it. @param {Maker} maker @param {Truth} truth */
export function belowSheet(maker, truth) {
  const sheet = new SheetWriter('上下两表');
  sheet.addWide('荣誉台账', 8);
  sheet.add(HEAD);
  for (let at = 0; at < 40; at += 1) {
    const made = maker.make();
    const date = dayOf(made, at);
    const row = sheet.add(cellsOf(made, at + 1, date.text));
    hold(truth, sheet, row, [trueHonor(made, date)]);
  }
  sheet.add([]);
  sheet.addWide('活动台账', 5);
  sheet.add(['活动名称', '期次', '活动时间', '活动地点', '主办单位']);
  for (let at = 0; at < 40; at += 1) {
    const made = maker.make();
    const date = dayOf(made, at);
    const title = `示例${maker.pick(['读书分享会', '技能比武', '故事汇', '大讲堂'])}`;
    const row = sheet.add([title, `第${at + 1}期`, date.text, '示例礼堂', made.unit]);
    hold(truth, sheet, row, [{ ...trueHonor(made, date), kind: 'activity', title, level: null }]);
  }
  return sheet;
}

const SURNAMES = '王李张刘陈杨黄赵吴周';
/** Persons with unit and post. @param {Maker} maker @param {Truth} truth */
export function personSheet(maker, truth) {
  const sheet = new SheetWriter('个人荣誉');
  sheet.add(['序号', '姓名', '工作单位', '职务', '荣誉称号', '级别', '授予单位', '授予时间']);
  for (let at = 0; at < 60; at += 1) {
    const made = maker.make();
    const person = `${SURNAMES[at % 10]}示${'甲乙丙丁戊己'[Math.floor(at / 10)]}`;
    const date = dayOf(made, at);
    const shown = at % 7 === 3 ? `${person.slice(0, 1)} ${person.slice(1)}` : person;
    const cells = [{ v: at + 1 }, shown, made.unit, '科员', made.title, made.levelText, made.giver, date.text];
    const row = sheet.add(cells);
    hold(truth, sheet, row, [trueHonor(made, date, { persons: [person] })]);
  }
  return sheet;
}

/** Numbers that are dates, and dates that show less than they store. @param {Maker} maker @param {Truth} truth */
export function numberSheet(maker, truth) {
  const sheet = new SheetWriter('数字日期');
  sheet.add(HEAD);
  for (let at = 0; at < 80; at += 1) {
    const made = maker.make(at % 5 === 0 ? { month: 10 } : {});
    const serial = serialOf(made);
    const [cell, date] =
      [
        // 2021.10 is stored as 2021.1: only its format shows which month it is.
        [{ v: made.year + 0.1, z: '0.00' }, monthOf({ ...made, month: 10 })],
        [{ v: serial, z: 'yyyy"年"m"月"d"日"' }, dayOf(made)],
        [{ v: serial, z: 'yyyy"年"m"月"' }, monthOf(made)],
        [{ v: serial, z: 'yyyy-mm-dd' }, dayOf(made)],
        [{ v: made.year, z: '0' }, yearOf(made)],
      ].at(at % 5) ?? [];
    const { start, end } = /** @type {{ start: string, end: string }} */ (date);
    const cells = cellsOf(made, at + 1, '');
    const row = sheet.add(cells.map((text, index) => (index === 5 ? /** @type {{ v: number }} */ (cell) : text)));
    hold(truth, sheet, row, [trueHonor(made, { start, end })]);
  }
  return sheet;
}

/** Rich text, formulas, several units in a cell, names over two lines. @param {Maker} maker @param {Truth} truth */
export function textSheet(maker, truth) {
  const sheet = new SheetWriter('多单位');
  sheet.add(HEAD);
  for (let at = 0; at < 70; at += 1) {
    const made = maker.make();
    const date = dayOf(made, at);
    const cells = /** @type {import('./sheet-writer.mjs').Cell[]} */ (cellsOf(made, at + 1, date.text));
    let { unit } = made;
    let units = [unit];
    if (at % 7 === 1) {
      units = [...new Set([unit, '示例市商务局', '示例市财政局'])];
      unit = units.join(at % 2 === 0 ? '、' : '\n');
    } else if (at % 7 === 2) unit = `${unit.slice(0, 3)}\n${unit.slice(3)}`;
    else if (at % 7 === 3) cells[1] = { v: made.title, rich: true };
    else if (at % 7 === 4) cells[0] = { v: at + 1, f: 'ROW()-1' };
    else if (at % 7 === 5) cells[3] = { v: made.levelText, f: `"${made.levelText}"` };
    else if (at % 7 === 6) cells[1] = { v: made.title, f: `CONCATENATE("${made.title}")` };
    cells[2] = unit;
    const row = sheet.add(cells);
    hold(truth, sheet, row, [trueHonor(made, date, { units })]);
  }
  return sheet;
}

/** Plans. @param {Maker} maker @param {Truth} truth */
export function planSheet(maker, truth) {
  const sheet = new SheetWriter('工作方案');
  sheet.add(['序号', '方案名称', '文种', '发文字号', '制发单位', '印发时间']);
  for (let at = 0; at < 50; at += 1) {
    const made = maker.make();
    const date = dayOf(made, at);
    const title = `示例${made.year}年第${at + 1}号工作方案`;
    const row = sheet.add([String(at + 1), title, '方案', made.documentNo, made.unit, date.text]);
    hold(truth, sheet, row, [{ ...trueHonor(made, date), kind: 'plan', title, level: null }]);
  }
  return sheet;
}

/** Rows that no record can be made of, between good ones. @param {Maker} maker @param {Truth} truth */
export function brokenSheet(maker, truth) {
  const sheet = new SheetWriter('待核对');
  sheet.add(HEAD);
  const faults = /** @type {const} */ ([
    ['F', 'date', 5, '2021年13月5日'],
    ['F', 'date', 5, '2021年2月30日'],
    ['F', 'date', 5, '去年'],
    ['F', 'date', 5, '21.6.5'],
    ['D', 'level', 3, '特级'],
    ['D', 'level', 3, '宇宙级'],
    ['B', 'title', 1, ''],
    ['B', 'title', 1, '示'.repeat(301)],
  ]);
  for (let at = 0; at < 80; at += 1) {
    const made = maker.make();
    const date = dayOf(made, at);
    const cells = cellsOf(made, at + 1, date.text);
    const fault = at % 2 === 1 ? faults[((at - 1) / 2) % faults.length] : undefined;
    if (fault) cells[fault[2]] = fault[3];
    const row = sheet.add(cells);
    if (fault) truth.invalid.push({ sheet: sheet.name, row, side: 0, column: fault[0], field: fault[1] });
    else hold(truth, sheet, row, [trueHonor(made, date)]);
  }
  return sheet;
}

/** A hidden sheet is an old draft and no data. @param {Maker} maker */
export function hiddenSheet(maker) {
  const sheet = new SheetWriter('旧稿', true);
  sheet.add(HEAD);
  for (let at = 0; at < 20; at += 1) {
    const made = maker.make();
    sheet.add(cellsOf(made, at + 1, dayOf(made).text));
  }
  return sheet;
}
