import { useMemo, type ReactNode } from 'react';
import type { MatchRange } from '#domain/pinyin/pinyin-match';
import { LEDGER_KINDS } from '#domain/records/record-base';
import { unitDisplayName } from '#domain/records/unit';
import { formatFuzzyDate } from '#domain/dates/fuzzy-date';
import type { SearchHit } from '#domain/search/search-hit';
import { SearchCount } from '../../archive/search-count.tsx';
import { useRecords } from '../../archive/use-records.ts';
import { SEARCH_VIEWS, useSavedViews } from '../../archive/use-saved-views.ts';
import { Highlighted } from '../../components/highlighted.tsx';
import { KIND_NAMES } from '../../components/kind-names.ts';
import { usePinyinMatcher } from '../../hooks/use-pinyin-matcher.ts';
import { useTypedSearch } from '../../hooks/use-typed-search.ts';
import { useNavigation } from '../../navigation/navigation.tsx';
import { recordRoute } from '../../navigation/route.ts';
import { messages } from './messages.ts';
import type { PaletteCommand } from './palette-command.ts';

export type PaletteItem = {
  readonly key: string;
  readonly group: string;
  readonly content: ReactNode;
  readonly note: ReactNode;
  readonly run: () => void;
};

const MOST_COMMANDS = 6;
const MOST_UNITS = 4;
const MOST_RECORDS = 8;
const MOST_RECENT = 5;
/** Nobody types as much here; what is longer was pasted, and pinyin would hold every name against it. */
const LONGEST_NAME = 60;

export type PaletteOffer = {
  readonly commands: readonly PaletteCommand[];
  /** Searches made before, latest first. */
  readonly recent: readonly string[];
  /** Shows what a typed search finds, on the screen for it. */
  readonly onSearch: (text: string) => void;
};

export type OfferedItems = {
  readonly items: readonly PaletteItem[];
  /** Whether the first of them is the best for what is typed, whatever records are still being looked for. */
  readonly isFirstSure: boolean;
};

/** What the palette offers for what is typed, best first within each group. @param typed no unfinished text */
export function usePaletteItems(typed: string, { commands, recent, onSearch }: PaletteOffer): OfferedItems {
  const text = typed.trim();
  const named = useNamedItems(text.length <= LONGEST_NAME ? text : '', commands, onSearch);
  const { records, isCurrent } = useRecordItems(text);
  return useMemo(() => {
    if (text === '') {
      const again = recent.slice(0, MOST_RECENT).map((each) => ({
        key: `recent ${each}`,
        group: messages.groups.recent,
        content: each,
        note: null,
        run: () => onSearch(each),
      }));
      return { items: [...named.saved, ...again, ...named.commands], isFirstSure: true };
    }
    const search: PaletteItem = {
      key: 'search',
      group: messages.searchGroup,
      content: messages.search(text),
      note: null,
      run: () => onSearch(text),
    };
    const isLong = text.length > LONGEST_NAME;
    const byName = isLong ? [] : [...named.saved, ...named.commands, ...named.units];
    return { items: [...byName, ...records, search], isFirstSure: isCurrent || byName.length > 0 };
  }, [text, named, records, isCurrent, recent, onSearch]);
}

/** What is found by its name: in Chinese, by pinyin, by initials. */
function useNamedItems(text: string, commands: readonly PaletteCommand[], onSearch: (text: string) => void) {
  const { go } = useNavigation();
  const { rank } = usePinyinMatcher();
  const units = useRecords('unit');
  const saved = useSavedViews(SEARCH_VIEWS);
  return useMemo(() => {
    const isTyped = text !== '';
    const fitting = <T,>(all: readonly T[], nameOf: (item: T) => string, limit: number) =>
      rank(text, all, nameOf, limit).filter(({ score }) => !isTyped || score > 0);
    return {
      commands: fitting(commands, ({ name }) => name, isTyped ? MOST_COMMANDS : commands.length).map(
        ({ item, ranges }): PaletteItem => ({
          key: item.id,
          group: messages.groups.command,
          content: <Name text={item.name} ranges={ranges} />,
          note: item.note,
          run: item.run,
        }),
      ),
      saved: fitting(saved, ({ title }) => title, MOST_COMMANDS).map(({ item, ranges }): PaletteItem => ({
        key: item.id,
        group: messages.groups.saved,
        content: <Name text={item.title} ranges={ranges} />,
        note: <SearchCount text={item.state} />,
        run: () => onSearch(item.state),
      })),
      units: !isTyped
        ? []
        : fitting(units, unitDisplayName, MOST_UNITS).map(({ item, ranges }): PaletteItem => ({
            key: item.id,
            group: messages.groups.unit,
            content: <Name text={unitDisplayName(item)} ranges={ranges} />,
            note: KIND_NAMES.unit,
            run: () => go({ screen: 'unit', id: item.id }),
          })),
    };
  }, [text, commands, saved, units, rank, go, onSearch]);
}

function Name({ text, ranges }: { readonly text: string; readonly ranges: readonly MatchRange[] }) {
  return <Highlighted text={text} highlights={ranges} />;
}

/** The first records that the whole query language finds. */
function useRecordItems(text: string) {
  const { go } = useNavigation();
  const wanted = { kinds: LEDGER_KINDS, limit: MOST_RECORDS, withFacets: false };
  const { found, isCurrent } = useTypedSearch(text === '' ? null : text, wanted);
  const records = useMemo(
    () =>
      (found?.hits ?? []).map((hit): PaletteItem => ({
        key: hit.id,
        group: messages.groups.record,
        content: <Highlighted text={hit.title} highlights={hit.titleHighlights} />,
        note: noteOf(hit),
        run: () => go(recordRoute(hit.kind, hit.id)),
      })),
    [found, go],
  );
  return { records, isCurrent };
}

function noteOf({ kind, date }: SearchHit): string {
  const day = date && formatFuzzyDate(date);
  return day ? `${KIND_NAMES[kind]}　${day}` : KIND_NAMES[kind];
}
