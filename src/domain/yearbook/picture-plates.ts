import { breakTitle } from '../document/break-title.ts';
import type { Figure, Plates } from '../document/document-tree.ts';
import { compareText } from '../document/order-entries.ts';
import { nameList, phrase, printed, sentence } from '../document/sentence.ts';
import { countingYear, type FuzzyDate } from '../dates/fuzzy-date.ts';
import type { Activity } from '../records/activity.ts';
import type { Attachment } from '../records/attachment.ts';
import type { Honor } from '../records/honor.ts';
import type { PhotoGroup } from '../records/photo-group.ts';
import { dateWords } from './date-words.ts';
import type { PictureChoice } from './yearbook-options.ts';
import { YEARBOOK_TERMS as T } from './yearbook-terms.ts';

/** In millimetres: two with their captions fill a page, or one. */
const BOXES = {
  1: { width: 156, height: 190 },
  2: { width: 156, height: 88 },
} as const;
const TITLE_CAPACITY = 18;

export type PictureSource = {
  readonly groups: readonly PhotoGroup[];
  readonly attachments: readonly Attachment[];
  /** The activities and honours that are in the book. */
  readonly activities: readonly Activity[];
  readonly honors: readonly Honor[];
};

/**
 * The pictures of the year (图片专辑): photo groups in the order of their dates, then photos of the year's activities that
 * belong to no group, then certificates when they are wanted. Undefined when there are none.
 */
export function composePlates(source: PictureSource, year: number, choice: PictureChoice): Plates | undefined {
  const images = source.attachments
    .filter(({ mime }) => mime.startsWith('image/'))
    .toSorted((a, b) => (a.position ?? 0) - (b.position ?? 0) || compareText(a.id, b.id));
  const box = BOXES[choice.perPage];
  const blocks = [
    ...groupFigures(source, images, year, box),
    ...activityFigures(source.activities, images, box),
    ...(choice.certificates ? certificateFigures(source.honors, images, box) : []),
  ];
  return blocks.length === 0 ? undefined : { titleLines: breakTitle(T.plates, TITLE_CAPACITY), blocks };
}

type Box = Figure['picture']['box'];

function groupFigures(
  { groups, activities }: PictureSource,
  images: readonly Attachment[],
  year: number,
  box: Box,
): readonly Figure[] {
  const owned = new Set<string>(activities.map(({ id }) => id));
  const ofTheYear = groups.filter(({ date, owner }) => {
    const counted = countingYear(date);
    return counted === null ? owned.has(owner?.id ?? '') : counted === year;
  });
  const sorted = ofTheYear.toSorted(
    (a, b) => compareText(a.date.end ?? '9999', b.date.end ?? '9999') || compareText(a.id, b.id),
  );
  return sorted.flatMap((group) =>
    images
      .filter(({ photoGroup }) => photoGroup?.id === group.id)
      .map((image, index) =>
        figure(image, index === 0 ? groupCaption(group, image) : laterCaption(group, image, index), box),
      ),
  );
}

/** DA/T 50-2014: 事由, 时间, 地点, 人物, 背景, 摄影者; an element that is not known leaves no trace. */
function groupCaption(group: PhotoGroup, image: Attachment): string {
  const event = phrase(group.event);
  const place = phrase(group.place);
  const people = phrase(group.people);
  const background = phrase(group.background);
  const photographer = phrase(group.photographer);
  const what = event === '' ? phrase(group.title) : event;
  return [
    sentence([
      when(group.date, image),
      place === '' ? what : T.takenAt(place, what),
      people === '' ? '' : T.people(people),
    ]),
    sentence([background]),
    sentence([phrase(image.caption)]),
    photographer === '' ? '' : T.photographer(photographer),
  ].join('');
}

function when(date: FuzzyDate, { takenAt }: Attachment): string {
  return dateWords(date.start === null ? takenAt : date);
}

function laterCaption(group: PhotoGroup, image: Attachment, index: number): string {
  const own = printed(image.caption);
  return own === '' ? T.laterPhoto(phrase(group.title), index + 1) : own;
}

function activityFigures(activities: readonly Activity[], images: readonly Attachment[], box: Box): readonly Figure[] {
  return activities.flatMap((activity) =>
    images
      .filter(({ owner, photoGroup, role }) => owner?.id === activity.id && photoGroup === null && role === '活动照片')
      .map((image) => {
        const own = printed(image.caption);
        return figure(image, own === '' ? sentence([dateWords(activity.date), phrase(activity.title)]) : own, box);
      }),
  );
}

function certificateFigures(honors: readonly Honor[], images: readonly Attachment[], box: Box): readonly Figure[] {
  return honors.flatMap((honor) =>
    images
      .filter(({ owner, role }) => owner?.id === honor.id && (role === '证书' || role === '奖牌照片'))
      .map((image) => figure(image, sentence([nameList(honor.recipients), phrase(honor.title)]), box)),
  );
}

function figure({ sha256, mime, rotation, name }: Attachment, caption: string, box: Box): Figure {
  return { kind: 'figure', picture: { sha256, mime, rotation: rotation ?? 0, name: printed(name), box }, caption };
}
