import type { FuzzyDate } from '../dates/fuzzy-date.ts';
import { countingYear } from '../dates/fuzzy-date.ts';
import { bareRound, bareTitle } from '../duplicates/bare-title.ts';
import type { Entry } from '../records/archive-record.ts';
import type { EntryKind } from '../records/record-base.ts';
import type { DraftOfKind } from '../records/record-draft.ts';
import type { Level } from '../vocabulary/levels.ts';
import type { Twin } from './import-commit.ts';
import type { Namer, NameToken } from './name-kinship.ts';

/** A record of the archive, or one that is planned, in what tells it from others. */
export type EntryFacts = {
  readonly twin: Twin;
  readonly kind: EntryKind;
  readonly title: string;
  /** The title without marks; see `bareTitle`. */
  readonly bare: string;
  /** The same with numbers as they are written: a slip in 第三届 keeps them from being read. */
  readonly plain: string;
  readonly date: FuzzyDate;
  readonly year: number | null;
  readonly dateMeaning: string;
  /** Who has it: recipients of an honour, issuers of a plan, hosts of an activity; sorted, each once. */
  readonly owners: readonly NameToken[];
  /** Of persons among them the unit beside their name. */
  readonly unitOfPerson: ReadonlyMap<NameToken, NameToken>;
  /** Who gave it. */
  readonly givers: readonly NameToken[];
  readonly level: Level | null;
  /** Which time it was: 届次 or 期次, without its words. */
  readonly round: string;
  /** Numbers of its documents without marks: what has others of these is another record. */
  readonly numbers: readonly string[];
};

const NOBODY: ReadonlyMap<NameToken, NameToken> = new Map<NameToken, NameToken>();

export type FactReader = {
  /** @param key of the planned entry */
  readonly ofDraft: (draft: DraftOfKind<EntryKind>, key: string) => EntryFacts;
  readonly ofRecord: (record: Entry) => EntryFacts;
};

/** Reads facts, and works out what comes again and again once. */
export function createFactReader(namer: Namer): FactReader {
  const bareForms = new Map<string, string>();
  const bareOf = (text: string) => {
    if (text === '') return '';
    const known = bareForms.get(text);
    if (known !== undefined) return known;
    const bare = bareTitle(text);
    bareForms.set(text, bare);
    return bare;
  };
  return {
    ofDraft: (draft, key) => factsFrom(partsOfDraft(draft, key, namer), bareOf),
    ofRecord: (record) => factsFrom(partsOfRecord(record), bareOf),
  };
}

type Parts = Pick<EntryFacts, 'twin' | 'kind' | 'title' | 'date' | 'owners' | 'givers'> & {
  readonly unitOfPerson?: EntryFacts['unitOfPerson'];
  readonly dateMeaning?: string;
  readonly level?: Level | null;
  readonly round?: string;
  readonly numbers: readonly string[];
};

function factsFrom(parts: Parts, bareOf: (text: string) => string): EntryFacts {
  return {
    unitOfPerson: NOBODY,
    dateMeaning: '',
    level: null,
    ...parts,
    bare: bareOf(parts.title),
    plain: parts.title.normalize('NFKC').replace(/[^\p{L}\p{N}]+/gu, ''),
    year: countingYear(parts.date),
    owners: sortedOnce(parts.owners),
    givers: sortedOnce(parts.givers),
    round: bareRound(parts.round ?? '', bareOf),
    numbers: parts.numbers.map(bareOf),
  };
}

function sortedOnce(tokens: readonly NameToken[]): readonly NameToken[] {
  return tokens.length < 2 ? tokens : [...new Set(tokens)].toSorted();
}

function partsOfDraft(draft: DraftOfKind<EntryKind>, key: string, namer: Namer): Parts {
  const twin: Twin = { in: 'file', key };
  const { kind, title } = draft;
  switch (draft.kind) {
    case 'honor': {
      const { date, dateMeaning, level, round, collective, awardedBy } = draft;
      const unitOfPerson = collective ? NOBODY : new Map<NameToken, NameToken>();
      const owners = draft.recipients.map(({ name, unit }) => {
        if (collective) return namer.body(name, date);
        const person = personToken(name);
        if (unit !== '') (unitOfPerson as Map<NameToken, NameToken>).set(person, namer.body(unit, date));
        return person;
      });
      const givers = awardedBy.map((name) => namer.body(name, date));
      const numbers = [draft.documentNo, draft.certificateNo];
      return { twin, kind, title, date, dateMeaning, owners, unitOfPerson, givers, level, round, numbers };
    }
    case 'plan': {
      const owners = draft.issuers.map((name) => namer.body(name, draft.issued));
      return { twin, kind, title, date: draft.issued, owners, givers: [], numbers: [draft.documentNo] };
    }
    default: {
      const { date, episode: round } = draft;
      const owners = draft.hosts.map((name) => namer.body(name, date));
      return { twin, kind, title, date, round, owners, givers: [], numbers: [] };
    }
  }
}

function partsOfRecord(record: Entry): Parts {
  const twin: Twin = { in: 'archive', id: record.id, revision: record.revision };
  const { kind, title } = record;
  switch (record.kind) {
    case 'honor': {
      const { date, dateMeaning, level, round, collective, recipients } = record;
      const unitOfPerson = collective ? NOBODY : new Map<NameToken, NameToken>();
      const owners = recipients.map(({ printed, unitId }) => {
        if (collective) return unitId === null ? personToken(printed) : `u:${unitId}`;
        const person = personToken(printed);
        if (unitId !== null) (unitOfPerson as Map<NameToken, NameToken>).set(person, `u:${unitId}`);
        return person;
      });
      const givers = tokensOf(record.awardedBy);
      const numbers = [record.documentNo, record.certificateNo];
      return { twin, kind, title, date, dateMeaning, owners, unitOfPerson, givers, level, round, numbers };
    }
    case 'plan': {
      const owners = tokensOf(record.issuers);
      return { twin, kind, title, date: record.issued, owners, givers: [], numbers: [record.documentNo] };
    }
    default: {
      const { date, episode: round } = record;
      return { twin, kind, title, date, round, owners: tokensOf(record.hosts), givers: [], numbers: [] };
    }
  }
}

function tokensOf(bodies: readonly { readonly unitId: string }[]): readonly NameToken[] {
  return bodies.map(({ unitId }) => `u:${unitId}`);
}

function personToken(name: string): NameToken {
  return `p:${name.normalize('NFKC').replace(/\s+/gu, '')}`;
}
