import * as v from 'valibot';

/** A value that JSON cannot hold, or not in a bearable size, as instructions that `buildHostile` follows. */
export type Recipe =
  | null
  | boolean
  | number
  | string
  | { readonly is: 'list'; readonly of: readonly Recipe[] }
  | { readonly is: 'object'; readonly of: readonly (readonly [string, Recipe])[] }
  | { readonly is: 'repeated'; readonly of: string; readonly times: number }
  | { readonly is: 'repeated-item'; readonly of: Recipe; readonly times: number }
  | { readonly is: 'bytes'; readonly length: number }
  | { readonly is: 'special'; readonly of: Special };

const SPECIALS = [
  'undefined',
  'nan',
  'infinity',
  'bigint',
  'date',
  'map',
  'set',
  'pattern',
  'error',
  'cycle',
  'holes',
  'buffer',
  'float-array',
  'boxed',
  'deep',
] as const;
type Special = (typeof SPECIALS)[number];

/** Makes the value. It is also run in the page, by its source, so it stands on its own. */
export function buildHostile(recipe: Recipe): unknown {
  if (recipe === null || typeof recipe !== 'object') return recipe;
  const special = (of: Special): unknown => {
    const cycle: Record<string, unknown> = { after: 0 };
    cycle['self'] = cycle;
    let deep: unknown = 0;
    for (let depth = 0; depth < 200; depth += 1) deep = { text: [deep] };
    const values: Readonly<Record<Special, unknown>> = {
      undefined,
      nan: Number.NaN,
      infinity: Infinity,
      bigint: 2n ** 64n,
      date: new Date(0),
      map: new Map([['after', 0]]),
      set: new Set([0]),
      pattern: /^(a+)+$/,
      error: new Error('text'),
      cycle,
      // oxlint-disable-next-line no-sparse-arrays -- holes are what is wanted
      holes: [, , 1],
      buffer: new ArrayBuffer(8),
      'float-array': new Float64Array(4),
      boxed: Object('text'),
      deep,
    };
    return values[of];
  };
  switch (recipe.is) {
    case 'list':
      return recipe.of.map((each) => buildHostile(each));
    case 'object': {
      const built = {};
      for (const [key, value] of recipe.of) {
        // An assignment to `__proto__` would set the prototype instead of making a key of that name.
        Object.defineProperty(built, key, { value: buildHostile(value), enumerable: true, configurable: true });
      }
      return built;
    }
    case 'repeated':
      return recipe.of.repeat(recipe.times);
    case 'repeated-item':
      return Array.from({ length: recipe.times }, () => buildHostile(recipe.of));
    case 'bytes':
      return new Uint8Array(recipe.length);
    case 'special':
      return special(recipe.of);
  }
}

/** Numbers from 0 up to 1 that are the same for the same seed (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

type Chance = () => number;
type Schema = v.GenericSchema<unknown, unknown>;
/** What a valibot schema shows of itself at run time. */
type Inside = {
  readonly type: string;
  readonly entries?: Readonly<Record<string, Schema>>;
  readonly options?: readonly unknown[];
  readonly item?: Schema;
  readonly value?: Schema;
  readonly wrapped?: Schema;
  readonly literal?: Recipe;
  readonly pipe?: readonly { readonly type: string; readonly requirement?: unknown }[];
};

const inside = (schema: Schema) => schema as unknown as Inside;
const pick = <T>(chance: Chance, from: readonly T[]): T => from[Math.floor(chance() * from.length)] as T;

const TEXTS = ['', 'a', '示例', '{}', '0'.repeat(64), '00000000-0000-4000-8000-000000000000', 'honor:new'];

/** A request that the schema takes. A schema that none of these values pleases wants a new one among them. */
function validRequest(schema: Schema, chance: Chance): Recipe {
  const { type, entries, options, item, wrapped, literal } = inside(schema);
  switch (type) {
    case 'null':
      return null;
    case 'boolean':
      return chance() < 0.5;
    case 'literal':
      return literal ?? null;
    case 'picklist':
      return pick(chance, options as readonly string[]);
    case 'string':
      return pick(chance, accepted(schema, TEXTS));
    case 'number':
      return pick(chance, accepted(schema, [0, 1, 2, 7, 1000]));
    case 'instance':
      return { is: 'bytes', length: 12 };
    case 'nullable':
    case 'optional':
      return wrapped ? validRequest(wrapped, chance) : null;
    case 'union':
    case 'variant':
      return validRequest(pick(chance, options as readonly Schema[]), chance);
    case 'array':
      return { is: 'list', of: item ? [validRequest(item, chance), validRequest(item, chance)] : [] };
    case 'record': {
      const { value } = inside(schema);
      return { is: 'object', of: value ? [['honor', validRequest(value, chance)]] : [] };
    }
    case 'object':
    case 'strict_object':
      return {
        is: 'object',
        of: Object.entries(entries ?? {}).map(([key, each]) => [key, validRequest(each, chance)] as const),
      };
    default:
      throw new Error(`The fuzzer knows no value of the schema type ${type}.`);
  }
}

function accepted<T extends Recipe>(schema: Schema, values: readonly T[]): readonly T[] {
  const good = values.filter((value) => v.is(schema, value));
  if (good.length === 0) throw new Error('The fuzzer knows no value that this schema takes.');
  return good;
}

const HOSTILE_TEXTS = [
  '../../../../etc/passwd',
  'C:\\Windows\\win.ini',
  '\\\\server\\share',
  'file:///etc/passwd',
  'con',
  'a\0b',
  '\u202e示例',
  '\ud800',
  '\ufffe\uffff',
  '__proto__',
  '<img src=x onerror=alert(1)>',
  '${process.exit()}',
  "'; DROP TABLE records; --",
  'A'.repeat(64),
  '0'.repeat(63),
  '9'.repeat(400),
  '1e309',
];
const HOSTILE_NUMBERS = [-1, 1.5, -0.1, 2 ** 53, 1e308, -1e308, Number.MIN_VALUE, 4_294_967_296, -2_147_483_649];
const HOSTILE_KEYS = ['__proto__', 'constructor', 'prototype', 'toString', 'then', 'path', 'ok', '', 'hasOwnProperty'];

function hostileLeaf(chance: Chance): Recipe {
  const kind = chance();
  if (kind < 0.3) return { is: 'special', of: pick(chance, SPECIALS) };
  if (kind < 0.5) return pick(chance, HOSTILE_TEXTS);
  if (kind < 0.65) return pick(chance, HOSTILE_NUMBERS);
  if (kind < 0.75) return Math.floor(chance() * 1e9) - 5e8;
  if (kind < 0.85) return Math.floor(chance() * 1e12).toString(36);
  if (kind < 0.9) return { is: 'repeated', of: pick(chance, ['x', '文', '{"a":']), times: 20_000 };
  if (kind < 0.95) return { is: 'bytes', length: Math.floor(chance() * 4000) };
  return pick(chance, [null, true, false]);
}

function randomJson(chance: Chance, depth: number): Recipe {
  if (depth === 0 || chance() < 0.4) return hostileLeaf(chance);
  const parts = Array.from({ length: Math.floor(chance() * 5) }, () => randomJson(chance, depth - 1));
  if (chance() < 0.4) return { is: 'list', of: parts };
  return { is: 'object', of: parts.map((part) => [pick(chance, [...HOSTILE_KEYS, 'text', 'after']), part] as const) };
}

/** One change somewhere in a request: a part replaced, wrapped, left out, or something put beside it. */
function mutated(recipe: Recipe, chance: Chance): Recipe {
  const isObject = typeof recipe === 'object' && recipe?.is === 'object';
  if (isObject && recipe.of.length > 0 && chance() < 0.8) {
    const at = Math.floor(chance() * recipe.of.length);
    const how = chance();
    if (how < 0.15) return { is: 'object', of: recipe.of.filter((_, index) => index !== at) };
    const changed = recipe.of.map(([key, value], index) => {
      if (index !== at) return [key, value] as const;
      return how < 0.25 ? ([key.toUpperCase(), value] as const) : ([key, mutated(value, chance)] as const);
    });
    if (how < 0.7) return { is: 'object', of: changed };
    return { is: 'object', of: [...changed, [pick(chance, HOSTILE_KEYS), randomJson(chance, 2)]] };
  }
  if (typeof recipe === 'object' && recipe?.is === 'list' && recipe.of.length > 0 && chance() < 0.7) {
    const at = Math.floor(chance() * recipe.of.length);
    return { is: 'list', of: recipe.of.map((each, index) => (index === at ? mutated(each, chance) : each)) };
  }
  const how = chance();
  if (how < 0.1) return { is: 'list', of: [recipe] };
  if (how < 0.2) return { is: 'object', of: [[pick(chance, HOSTILE_KEYS), recipe]] };
  return how < 0.7 ? hostileLeaf(chance) : randomJson(chance, 3);
}

/** Just past each limit that the schema names: these are few, and may be tens of megabytes. */
function pastTheLimits(schema: Schema, chance: Chance): readonly Recipe[] {
  const { entries, pipe, item, type } = inside(schema);
  const limits = (pipe ?? []).flatMap((each) => (each.type === 'max_length' ? [Number(each.requirement)] : []));
  const past = limits.map((limit): Recipe => {
    if (type === 'array' && item) return { is: 'repeated-item', of: validRequest(item, chance), times: limit + 1 };
    return { is: 'repeated', of: '{', times: limit + 1 };
  });
  if (type === 'instance' && (pipe?.length ?? 0) > 1) past.push({ is: 'bytes', length: 64 * 1024 * 1024 + 1 });
  const within = Object.entries(entries ?? {}).flatMap(([name, each]) =>
    pastTheLimits(each, chance).map((value): Recipe => {
      const whole = validRequest(schema, chance);
      if (whole === null || typeof whole !== 'object' || whole.is !== 'object') return value;
      return { is: 'object', of: whole.of.map(([key, old]) => [key, key === name ? value : old] as const) };
    }),
  );
  return [...past, ...within];
}

const MOST_ATTEMPTS = 100;

/**
 * Different requests that the schema refuses, the same ones for the same seed: random values, and valid requests with
 * something wrong in them. Each has been held against the schema itself.
 */
export function hostileRequests(schema: Schema, wanted: number, seed: number): readonly Recipe[] {
  const chance = seeded(seed);
  const found = new Map<string, Recipe>();
  const take = (recipe: Recipe) => {
    if (!v.is(schema, buildHostile(recipe))) found.set(JSON.stringify(recipe), recipe);
  };
  for (const recipe of pastTheLimits(schema, chance)) take(recipe);
  for (let attempt = 0; found.size < wanted && attempt < wanted * MOST_ATTEMPTS; attempt += 1) {
    take(chance() < 0.3 ? randomJson(chance, 3) : mutated(validRequest(schema, chance), chance));
  }
  if (found.size < wanted) throw new Error(`The schema refused only ${found.size} different requests.`);
  return [...found.values()].slice(0, wanted);
}
