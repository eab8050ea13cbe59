/** An ISO 8601 instant as the clock on the wall says it, to the minute. */
export function localMinute(instant: string): string {
  return new Date(instant).toLocaleString('zh-CN', { dateStyle: 'short', timeStyle: 'short' });
}
