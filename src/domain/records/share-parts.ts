/** A text longer than this, such as a summary, hardly stands in two records. */
const LONGEST_SHARED_TEXT = 60;
/** Of fields whose texts are all different nothing would be won; what is known by then is shared further. */
const MOST_KNOWN = 50_000;

/**
 * Has records share the texts and parts that they have in common: dates, units, empty lists. Each record that is read
 * from the database has copies of its own, some thirty objects that the garbage collector visits each time; of 100,000
 * records all but a few of them say the same.
 *
 * Answers a function that puts the shared parts into a record, which must belong to nobody else yet. To be forgotten
 * once the records are read.
 */
export function createPartSharer(): (record: object) => void {
  const texts = new Map<string, string>();
  const parts = new Map<string, unknown>();

  const shareText = (text: string): string => {
    if (text.length > LONGEST_SHARED_TEXT) return text;
    const known = texts.get(text);
    if (known === undefined && texts.size < MOST_KNOWN) texts.set(text, text);
    return known ?? text;
  };
  const share = (value: unknown): unknown => {
    if (typeof value === 'string') return shareText(value);
    if (typeof value !== 'object' || value === null) return value;
    const key = JSON.stringify(value);
    const known = parts.get(key);
    if (known !== undefined) return known;
    shareWithin(value);
    if (parts.size < MOST_KNOWN) parts.set(key, value);
    return value;
  };
  const shareWithin = (whole: object): void => {
    const fields = whole as Record<string, unknown>;
    for (const name of Object.keys(fields)) fields[name] = share(fields[name]);
  };
  return shareWithin;
}
