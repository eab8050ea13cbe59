type Dated = { readonly createdAt: string; readonly id: string };

/** Sorts what was recorded first to the front, so that it wins among equals whenever it is asked for. */
export function byAge(a: Dated, b: Dated): number {
  if (a.createdAt !== b.createdAt) return a.createdAt < b.createdAt ? -1 : 1;
  return a.id < b.id ? -1 : Number(a.id > b.id);
}
