/** Adds a value to the list that a map keeps under a key. `Map.groupBy` is not there on the oldest Node that is supported. */
export function appendTo<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}
