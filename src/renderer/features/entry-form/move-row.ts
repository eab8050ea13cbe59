/** A list with one of its items at another place. */
export function moveRow<T>(rows: readonly T[], from: number, to: number): readonly T[] {
  const moved = rows[from];
  if (moved === undefined) return rows;
  return rows.toSpliced(from, 1).toSpliced(to, 0, moved);
}
