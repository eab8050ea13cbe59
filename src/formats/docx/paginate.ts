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
 * The page, counted from 1, on which each part of each item begins. Exact line pitches make it computable: a page is
 * filled until the next part does not fit; an item that keeps with the next moves along with it.
 *
 * @param pageHeight of the type area, twips
 */
export function paginate(items: readonly FlowItem[], pageHeight: number): readonly (readonly number[])[] {
  const placed: (readonly number[])[] = [];
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
    used += item.before + item.header;
    const pages: number[] = [];
    for (const part of item.parts) {
      if (used + part > pageHeight && used > item.header) {
        turn();
        used = item.header;
      }
      pages.push(page);
      used += part;
      // A part taller than a page runs on over as many pages as it needs.
      while (used > pageHeight) {
        page += 1;
        used -= pageHeight;
      }
    }
    placed.push(pages);
    used += item.after;
  }
  return placed;
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
