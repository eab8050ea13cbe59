/** A sheet of honours that stand twice, in the file or in the archive, and of others that only look so. */
import { dayOf, monthOf, yearOf } from './made-up-honors.mjs';
import { SheetWriter } from './sheet-writer.mjs';
import { cellsOf, HEAD, hold } from './trap-sheets.mjs';
import { trueHonor } from './truth.mjs';

/** @typedef {import('./made-up-honors.mjs').Maker} Maker */
/** @typedef {import('./made-up-honors.mjs').Made} Made */
/** @typedef {import('./truth.mjs').Truth} Truth */
/** @typedef {Partial<Made> & { dateAs?: 'month' | 'year' | number }} Change */

/** @type {Readonly<Record<string, (made: Made) => Change>>} */
const EXACT = {
  verbatim: () => ({}),
  'marks and width': ({ title }) => ({ title: ` “${title}” `.replace('示例', '示例 ') }),
  'another form of the day': () => ({ dateAs: 1 }),
  'Chinese numerals': () => ({ dateAs: 4 }),
  'another name of the unit': () => ({ unit: '示例市人社局' }),
  'no document number': () => ({ documentNo: '' }),
  'no giver': () => ({ giver: '' }),
};

/** @param {string} text @param {number} at */
const without = (text, at) => text.slice(0, at) + text.slice(at + 1);
/** @param {string} text @param {number} at */
const doubled = (text, at) => text.slice(0, at + 1) + text.slice(at);
/** @param {string} text @param {number} at */
const swapped = (text, at) => text.slice(0, at) + (text[at + 1] ?? '') + (text[at] ?? '') + text.slice(at + 2);

/** Characters that are taken for each other by their sound or shape. */
const CONFUSIONS = ['作做', '民明', '杯怀', '奖将', '届界', '例列'];
const NO_SLIP = /[\d〇一二三四五六七八九十示例市]/u;

/** @param {string} text @param {Maker} maker a place of which a slip makes nothing else */
function placeIn(text, maker) {
  for (;;) {
    const at = 1 + maker.below(text.length - 2);
    const around = text.slice(at, at + 2);
    if (!NO_SLIP.test(around) && around[0] !== around[1]) return at;
  }
}

/** @param {string} text @param {Maker} maker */
function confused(text, maker) {
  const [one = '', other = ''] = maker.pick(CONFUSIONS.filter(([each = '']) => text.includes(each)));
  return text.replace(one, other);
}

/** @type {Readonly<Record<string, (made: Made, maker: Maker) => Change>>} */
const PROBABLE = {
  'only the month': () => ({ dateAs: 'month' }),
  'only the year': () => ({ dateAs: 'year' }),
  'unit doubled': ({ unit }, maker) => ({ unit: doubled(unit, placeIn(unit, maker)) }),
  'unit swapped': ({ unit }, maker) => ({ unit: swapped(unit, placeIn(unit, maker)) }),
  'unit without a character': ({ unit }, maker) => ({ unit: without(unit, placeIn(unit, maker)) }),
  'unit with another character': ({ unit }) => ({ unit: unit.replace('资源', '资原') }),
  'unit in a short form': () => ({ unit: '示例市人力资源社会保障局' }),
  'title doubled': ({ title }, maker) => ({ title: doubled(title, placeIn(title, maker)) }),
  'title swapped': ({ title }, maker) => ({ title: swapped(title, placeIn(title, maker)) }),
  'title without a character': ({ title }, maker) => ({ title: without(title, placeIn(title, maker)) }),
  'title with another character': ({ title }, maker) => ({ title: confused(title, maker) }),
  'title with its behind': ({ title }) => ({ title: `${title}荣誉称号` }),
  'title with its place': ({ title }) => ({ title: `全国${title}` }),
};

/** These differ in what tells honours apart. @type {Readonly<Record<string, (made: Made) => Change>>} */
const OTHERS = {
  year: ({ year }) => ({ year: year + 1 }),
  recipient: () => ({ unit: '示例市水务局' }),
  'recipient that is called alike': () => ({ unit: '示例市税务局' }),
  'recipient of another number': () => ({ unit: '示例市第三中学' }),
  'recipient in another village': () => ({ unit: '示例县王庄镇人民政府' }),
  grade: ({ title }) => ({ title: title.replace('一等奖', '二等奖') }),
  round: ({ title }) => ({ title: title.replace('第三届', '第四届') }),
  subject: ({ title }) => ({ title: title.replace('民政', '财政') }),
  step: ({ title }) => ({ title: `${title}标兵` }),
  level: () => ({ level: '县处级', levelText: '县级', giver: '示例县人民政府' }),
  month: ({ month }) => ({ month: (month % 12) + 1, documentNo: '' }),
};

const UNIT = '示例市人力资源和社会保障局';
/** Of those that change the unit: what it is before. @type {Readonly<Record<string, string>>} */
const UNITS = {
  'recipient that is called alike': '示例市水务局',
  'recipient of another number': '示例市第一中学',
  'recipient in another village': '示例县李庄镇人民政府',
};
const NAMES = Array.from('泰沂蒙济汶泗洙菏曹单郓鄄巨定陶梁邹滕峄薛');

/** @param {Maker} maker @param {Truth} truth */
export function twinSheet(maker, truth) {
  const sheet = new SheetWriter('补录');
  sheet.add(HEAD);
  let count = 0;
  /** @type {Set<string>} */
  const titles = new Set();
  const newTitle = () => {
    for (;;) {
      const title = `示例${maker.pick(NAMES)}${maker.pick(NAMES)}杯第三届民政工作一等奖`;
      if (titles.has(title)) continue;
      titles.add(title);
      return title;
    }
  };
  /** @param {Made} made @param {Change['dateAs']} dateAs */
  const put = (made, dateAs) => {
    const date = dateAs === 'month' ? monthOf(made) : dateAs === 'year' ? yearOf(made) : dayOf(made, dateAs);
    const row = sheet.add(cellsOf(made, (count += 1), date.text));
    hold(truth, sheet, row, [trueHonor({ ...made, title: made.title.trim() }, date)]);
    return { sheet: sheet.name, row, side: 0 };
  };
  /** @param {string} how @param {(made: Made, maker: Maker) => Change} change @param {boolean} inArchive */
  const plant = (how, change, inArchive) => {
    const title = newTitle();
    const made = maker.make({ unit: UNITS[how] ?? UNIT, level: '省部级', title });
    const { dateAs, ...other } = change(made, maker);
    /** @type {import('./truth.mjs').TruePair['twin']} */
    const twin = inArchive ? { archive: truth.archive.push(toRecord(made)) - 1 } : put(made, 0);
    return { twin, place: put({ ...made, ...other }, dateAs), how };
  };
  for (const inArchive of [false, true]) {
    for (let round = 0; round < 3; round += 1) {
      for (const [how, change] of Object.entries(EXACT)) truth.exact.push(plant(how, change, inArchive));
      for (const [how, change] of Object.entries(PROBABLE)) truth.probable.push(plant(how, change, inArchive));
      for (const [how, change] of Object.entries(OTHERS)) plant(how, change, inArchive);
    }
  }
  return sheet;
}

/** @param {Made} made */
function toRecord(made) {
  const { title, unit, level, giver, documentNo } = made;
  return { title, recipients: [unit], level, awardedBy: [giver], documentNo, date: dayOf(made).text };
}
