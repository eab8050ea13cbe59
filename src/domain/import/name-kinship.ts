import { appendTo } from '../append-to.ts';
import type { FuzzyDate } from '../dates/fuzzy-date.ts';
import type { Unit } from '../records/unit.ts';
import { looseNameKey } from '../units/similar-units.ts';
import { unitNameKey, type UnitDirectory } from '../units/unit-directory.ts';
import { followLinks } from './follow-links.ts';
import type { MeantUnit } from './import-plan.ts';
import { createSlipIndex } from './slip-index.ts';
import { countPairs, isTypingSlip } from './typing-slip.ts';

/** Whom a name stands for: `u:` and the id of a unit, `n:` and the key of a name that no unit has, `p:` a person. */
export type NameToken = string;

export type Namer = {
  /** The token of a body's name on the date of its record. */
  readonly body: (name: string, on: FuzzyDate) => NameToken;
  readonly unitOf: (name: string, on: FuzzyDate) => string | null;
};

/** @param links names that a person has linked, by name as printed */
export function createNamer(units: UnitDirectory, links: ReadonlyMap<string, MeantUnit>): Namer {
  const linked = followLinks(links);
  const keys = new Map<string, string>();
  const keyOf = (name: string) => {
    const known = keys.get(name);
    if (known !== undefined) return known;
    const key = unitNameKey(name);
    keys.set(name, key);
    return key;
  };
  const body = (name: string, on: FuzzyDate): NameToken => {
    const known = units.find(name, on);
    if (known) return `u:${known.id}`;
    const key = keyOf(name);
    const meant = linked.get(key);
    if (meant === undefined) return `n:${key}`;
    return meant.in === 'archive' ? `u:${meant.id}` : `n:${unitNameKey(meant.name)}`;
  };
  return {
    body,
    unitOf: (name, on) => {
      const token = body(name, on);
      return isUnit(token) ? token.slice(2) : null;
    },
  };
}

/** How two names that are not the same may mean the same. */
export type Kinship = {
  readonly between: (a: NameToken, b: NameToken) => 'same' | 'variant' | 'slip' | null;
  /** Tokens that may mean the same as this one, itself left out. */
  readonly of: (token: NameToken) => readonly NameToken[];
};

/** Of a name more relatives are not looked at. */
const MOST_KIN = 16;
/** Shorter forms bring strangers together: 市委. */
const SHORTEST_KEY = 3;

/**
 * Holds all names of a plan against each other, without holding each against each. Two units of the archive are not
 * related where a person has seen either of them: that they are two is known. Of two that imports founded it is not.
 */
export function createKinship(tokens: ReadonlySet<NameToken>, units: UnitDirectory): Kinship {
  const keysOf = new Map<NameToken, readonly string[]>();
  const byKey = new Map<string, NameToken[]>();
  for (const token of tokens) {
    const keys = keysOfToken(token, units);
    keysOf.set(token, keys);
    for (const key of keys) appendTo(byKey, key, token);
  }
  const near = createSlipIndex(byKey.keys());
  const counts = countPairs(() => byKey.keys());
  const isSeen = (token: NameToken) => isUnit(token) && !isFounded(units.get(token.slice(2)));
  const kin = new Map<NameToken, ReadonlyMap<NameToken, 'variant' | 'slip'>>();
  const kinOf = (token: NameToken) => {
    const known = kin.get(token);
    if (known) return known;
    const found = new Map<NameToken, 'variant' | 'slip'>();
    const take = (key: string, how: 'variant' | 'slip') => {
      for (const other of byKey.get(key) ?? []) {
        const isPossible = other !== token && !(isSeen(token) && isSeen(other)) && found.size < MOST_KIN;
        if (isPossible && !found.has(other)) found.set(other, how);
      }
    };
    const keys = keysOf.get(token) ?? [];
    for (const key of keys) take(key, 'variant');
    for (const key of keys) {
      for (const other of near.near(key)) if (isTypingSlip(key, other, counts)) take(other, 'slip');
    }
    kin.set(token, found);
    return found;
  };
  return {
    between: (a, b) => (a === b ? 'same' : (kinOf(a).get(b) ?? kinOf(b).get(a) ?? null)),
    of: (token) => [...kinOf(token).keys()],
  };
}

/** Made along with imported records, and never touched since. */
function isFounded(unit: Unit | null): boolean {
  return unit !== null && unit.origin !== null && unit.revision === 1;
}

function isUnit(token: NameToken): boolean {
  return token.startsWith('u:');
}

/** As written and in the short form: a slip within 人力资源 keeps a name from being shortened. */
function keysOfToken(token: NameToken, units: UnitDirectory): readonly string[] {
  const rest = token.slice(2);
  if (token.startsWith('n:')) return nameKeys(rest);
  if (!isUnit(token)) return [];
  return [...new Set((units.get(rest)?.names ?? []).flatMap(({ name }) => nameKeys(name)))];
}

/** The forms in which a name is held against others, those that bring strangers together left out. */
export function nameKeys(name: string): readonly string[] {
  const keys = new Set([looseNameKey(name), unitNameKey(name)]);
  return [...keys].filter((key) => key.length >= SHORTEST_KEY);
}
