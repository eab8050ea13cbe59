/**
 * A record as one line of JSON (without its line break) that is the same for the same content: members are in the
 * order of their names, whatever way the record came.
 */
export function recordLine(record: object): string {
  return JSON.stringify(inOrder(record));
}

function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder);
  if (typeof value !== 'object' || value === null) return value;
  const members = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(members.map(([name, member]) => [name, inOrder(member)]));
}
