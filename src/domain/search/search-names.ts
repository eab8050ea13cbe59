/** Texts by number, so that columns and fields can be held as numbers; a text keeps its number for ever. */
export type NameList = {
  /** The number of a text, which is given one if it has none yet. */
  readonly numberOf: (name: string) => number;
  /** The number of a text, or -1. */
  readonly find: (name: string) => number;
  readonly list: readonly string[];
};

/** The lists that all documents of an engine share. */
export type SearchNames = {
  readonly fields: NameList;
  readonly units: NameList;
  readonly works: NameList;
  readonly series: NameList;
  readonly statuses: NameList;
};

export type SavedNames = { readonly [K in keyof SearchNames]: readonly string[] };

export function createSearchNames(saved?: SavedNames): SearchNames {
  return {
    fields: createNameList(saved?.fields),
    units: createNameList(saved?.units),
    works: createNameList(saved?.works),
    series: createNameList(saved?.series),
    statuses: createNameList(saved?.statuses),
  };
}

export function savedNames({ fields, units, works, series, statuses }: SearchNames): SavedNames {
  return {
    fields: [...fields.list],
    units: [...units.list],
    works: [...works.list],
    series: [...series.list],
    statuses: [...statuses.list],
  };
}

function createNameList(saved: readonly string[] = []): NameList {
  const list = [...saved];
  const numbers = new Map(list.map((name, number) => [name, number]));
  return {
    list,
    find: (name) => numbers.get(name) ?? -1,
    numberOf: (name) => {
      const number = numbers.get(name) ?? list.push(name) - 1;
      numbers.set(name, number);
      return number;
    },
  };
}
