/** What the search is held against: each answers a query with a total and the ids of the first 50, and with all ids. */
import sqlite3InitModule from '@sqlite.org/sqlite-wasm';
import { Index } from 'flexsearch';
import MiniSearch from 'minisearch';

/** Separates fields; stands in no normalised text. */
const SEPARATOR = '\uFFFF';
const PAGE = 50;

/**
 * A record as every rival gets it: the fields of the search, normalised, most recent first.
 *
 * @typedef {{ id: string, title: string, rest: string }} Subject
 * @typedef {{ total: number, first: readonly string[] }} Answer
 * @typedef {{ name: string, search: (query: string) => Answer, all: (query: string) => readonly string[] }} Searcher
 */

/** Reads every text; those with the query in their title come first. It is the truth, too. @param {readonly Subject[]} subjects */
export function scanAll(subjects) {
  const rows = subjects.map(({ id, title, rest }) => ({ id, text: title + SEPARATOR + rest, titleEnd: title.length }));
  return (/** @type {string} */ query) => {
    /** @type {string[]} */
    const inTitle = [];
    /** @type {string[]} */
    const elsewhere = [];
    for (const { id, text, titleEnd } of rows) {
      const at = text.indexOf(query);
      if (at === -1) continue;
      if (at < titleEnd) inTitle.push(id);
      else elsewhere.push(id);
    }
    return [...inTitle, ...elsewhere];
  };
}

/** Pairs of neighbouring characters; the last one alone, so that one character is found as the beginning of a pair. */
function pairsOf(/** @type {string} */ text) {
  return text.split(SEPARATOR).flatMap((field) => Array.from(field, (_, at) => field.slice(at, at + 2)));
}

function pairsOfQuery(/** @type {string} */ query) {
  return query.length === 1 ? [query] : pairsOf(query).slice(0, -1);
}

/** @param {readonly Subject[]} subjects */
export function buildMiniSearch(subjects) {
  const index = new MiniSearch({ fields: ['title', 'rest'], tokenize: pairsOf, processTerm: (term) => term });
  index.addAll(subjects);
  const ids = (/** @type {string} */ query) => {
    const found = index.search(query, {
      tokenize: pairsOfQuery,
      combineWith: 'AND',
      prefix: query.length === 1,
      boost: { title: 4 },
    });
    return found.map(({ id }) => /** @type {string} */ (id));
  };
  return { name: 'MiniSearch, pairs', search: (/** @type {string} */ query) => firstOf(ids(query)), all: ids };
}

/** @param {readonly Subject[]} subjects */
export function buildFlexSearch(subjects) {
  const index = new Index({ tokenize: 'forward', encode: pairsOf });
  for (const [number, { title, rest }] of subjects.entries()) index.add(number, title + SEPARATOR + rest);
  const ids = (/** @type {string} */ text) => {
    const found = index.search(text, { limit: subjects.length });
    return /** @type {readonly number[]} */ (found).map((number) => subjects[number]?.id ?? '');
  };
  return { name: 'FlexSearch, pairs', search: (/** @type {string} */ text) => firstOf(ids(text)), all: ids };
}

/** @param {readonly Subject[]} subjects */
export async function buildSqlite(subjects) {
  const sqlite = await sqlite3InitModule();
  const database = new sqlite.oo1.DB(':memory:');
  database.exec("CREATE VIRTUAL TABLE subjects USING fts5(id UNINDEXED, text, tokenize = 'trigram')");
  const insert = database.prepare('INSERT INTO subjects VALUES (?, ?)');
  database.transaction(() => {
    for (const { id, title, rest } of subjects) insert.bind([id, title + SEPARATOR + rest]).stepReset();
  });
  insert.finalize();
  // Trigrams know nothing of one and two characters.
  const condition = (/** @type {string} */ query) => (query.length < 3 ? 'text LIKE ?' : 'subjects MATCH ?');
  const argument = (/** @type {string} */ query) =>
    query.length < 3 ? `%${query}%` : `"${query.replaceAll('"', '""')}"`;
  const select = (/** @type {string} */ query, /** @type {string} */ limit) =>
    database
      .selectValues(`SELECT id FROM subjects WHERE ${condition(query)} ${limit}`, [argument(query)])
      .map((id) => /** @type {string} */ (id));
  return {
    name: 'sqlite-wasm, FTS5 trigrams',
    search: (/** @type {string} */ query) => ({
      total: Number(database.selectValue(`SELECT count(*) FROM subjects WHERE ${condition(query)}`, [argument(query)])),
      first: select(query, `LIMIT ${PAGE}`),
    }),
    all: (/** @type {string} */ query) => select(query, ''),
  };
}

/** @param {readonly string[]} ids @returns {Answer} */
function firstOf(ids) {
  return { total: ids.length, first: ids.slice(0, PAGE) };
}
