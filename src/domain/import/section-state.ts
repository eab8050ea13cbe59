import type { SectionValues, TableContext } from './book-reading.ts';

/** What the sections above a row say, the nearest that says anything first. */
export type SectionState = {
  readonly enter: (section: SectionValues) => void;
  readonly tell: <K extends keyof SectionValues>(key: K) => SectionValues[K] | null;
  /** The year of the rows below: of their section, else of the whole table. */
  readonly year: () => number | null;
};

/**
 * Follows the sections of a table from top to bottom. A section ends those of its depth and below; one without a
 * number ends that which said the same before (国家级, then 省级).
 */
export function followSections(context: TableContext): SectionState {
  let open: readonly SectionValues[] = [];
  const tell = <K extends keyof SectionValues>(key: K): SectionValues[K] | null =>
    open.findLast((section) => section[key] !== null)?.[key] ?? null;
  return {
    enter: (section) => {
      const ended = open.findIndex((each) =>
        section.depth > 0 ? each.depth >= section.depth : each.depth === 0 && saysTheSame(each, section),
      );
      open = [...(ended < 0 ? open : open.slice(0, ended)), section];
    },
    tell,
    year: () => tell('year') ?? context.year?.value ?? null,
  };
}

function saysTheSame(one: SectionValues, other: SectionValues): boolean {
  const told = (['level', 'year', 'unit', 'work', 'collective'] as const).filter((key) => other[key] !== null);
  return told.length === 0 || told.some((key) => one[key] !== null);
}
