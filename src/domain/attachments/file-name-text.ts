import { bareTitle, titleYears } from '../duplicates/bare-title.ts';
import { normalizeForSearch } from '../search/normalize-text.ts';

/** What a file name says, in the forms in which it is compared. */
export type FileNameText = {
  /** Without folders, extension, the camera's or scanner's own number, and the number of the copy or page. */
  readonly bare: string;
  /** The same with the role words taken out (证书, 扫描件 …), which say what the file is and not what of. */
  readonly core: string;
  readonly years: readonly number[];
};

const MAX_LENGTH = 300;
const EXTENSION = /\.[a-z0-9]{1,5}$/i;
/** The number behind these counts pictures or is the time they were taken; IMG_2034 is not of the year 2034. */
const DEVICE_NAME =
  /^(?:img|dsc[nf]?|pict?|mvimg|vid|wx_camera|mmexport|screenshot|scan|微信图片|qq图片|qq截图|扫描件?|新建|未命名|photo|image)[\s_()-]*[\d\s_()-]*/;
/** (2), -2, _02, 第2页, 副本: which of several files it is. Not of three and more digits, which end file codes. */
const COPY_NUMBER = /(?:\s*\(\d{1,3}\)|(?<=\D)[\s_-]\d{1,2}|\s*第\d{1,3}[页张]|[\s_-]*副本)+$/;
const ROLE_WORDS =
  /荣誉证书|证书|奖牌|牌匾|奖杯|奖状|锦旗|复印件|扫描件|扫描|照片|图片|文件|通知|决定|正面|反面|封面|内页|彩色|原件|电子版|终稿|最终版/g;

export function readFileName(fileName: string): FileNameText {
  const name = (fileName.split(/[\\/]/).at(-1) ?? '').slice(-MAX_LENGTH);
  const stem = normalizeForSearch(name.replace(EXTENSION, '') || name)
    .trim()
    .replace(DEVICE_NAME, '')
    .replace(COPY_NUMBER, '');
  const bare = bareTitle(stem);
  return { bare, core: bare.replace(ROLE_WORDS, ''), years: plausibleYears(stem) };
}

/** From the stem with its marks: 2023-0504 and 20230504 begin with a year, HZ20230015 does not. */
function plausibleYears(stem: string): readonly number[] {
  const fromDays = Array.from(stem.matchAll(/(?<![\da-z])((?:19|20)\d\d)(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01])?(?!\d)/g));
  const chinese = titleYears(bareTitle(stem.match(/[一二][〇一二三四五六七八九]{3}年/g)?.join(' ') ?? ''));
  return [...new Set([...titleYears(stem), ...chinese, ...fromDays.map(([, year]) => Number(year))])];
}
