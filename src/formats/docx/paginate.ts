/** Something that takes room on a page. Lengths in twips. */
export type FlowItem = {
  /** Parts between which a page may end: the lines of a paragraph, the rows of a table. */
  readonly parts: readonly number[];
  /** Repeated above the parts on every page that they reach: a table's header row. */
  readonly header: number;
  readonly before: number;
  readonly after: number;
  readonly keepNext: boolean;
  readonly startsPage: boolean;
};

/**
 * The page, counted from 1, on which each item begins. Exact line pitches make it computable: a page is filled until the
 * next part does not fit; an item that keeps with the next moves along with it.
 *
 * @param pageHeight of the type area, twips
 */
export function paginate(items: readonly FlowItem[], pageHeight: number): readonly number[] {
  const pages: number[] = [];
  let page = 1;
  let used = 0;
  const turn = (): void => {
    page += 1;
    used = 0;
  };
  for (const [index, item] of items.entries()) {
    const follows = index > 0 && items[index - 1]?.keepNext === true;
    if (item.startsPage && used > 0) turn();
    if (!follows && used > 0 && used + roomToBegin(items, index) > pageHeight) turn();
    pages.push(page);
    used += item.before + item.header;
    for (const part of item.parts) {
      if (used + part > pageHeight && used > item.header) {
        turn();
        used = item.header;
      }
      used += part;
      // A part taller than a page runs on over as many pages as it needs.
      while (used > pageHeight) {
        page += 1;
        used -= pageHeight;
      }
    }
    used += item.after;
  }
  return pages;
}

/** What must fit for an item to begin here: its first part, or all of it and the next one's when it keeps with it. */
function roomToBegin(items: readonly FlowItem[], index: number): number {
  let room = 0;
  for (let at = index; at < items.length; at += 1) {
    const item = items[at];
    if (item === undefined) break;
    if (!item.keepNext) return room + item.before + item.header + (item.parts[0] ?? 0);
    room += item.before + item.header + item.parts.reduce((sum, part) => sum + part, 0) + item.after;
  }
  return room;
}
