const TITLES_NAMED = 5;
const LONGEST_TITLE = 60;

/** What a change set of several records is called: the first of their titles, each cut where it gets long. */
export function changeLabel(titles: readonly string[]): string {
  const named = titles.slice(0, TITLES_NAMED).map(shorten).join('、');
  return titles.length > TITLES_NAMED ? `${named}…` : named;
}

function shorten(title: string): string {
  // By characters, so that none outside the basic plane is cut in two.
  const characters = Array.from(title);
  return characters.length > LONGEST_TITLE ? `${characters.slice(0, LONGEST_TITLE).join('')}…` : title;
}
