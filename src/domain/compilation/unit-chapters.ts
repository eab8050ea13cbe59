import { appendTo } from '../append-to.ts';
import { numberedSections } from '../document/chapter-numbering.ts';
import type { Block, EntryBlock } from '../document/document-tree.ts';
import { entryTitle, nameList } from '../document/sentence.ts';
import type { Honor } from '../records/honor.ts';
import { unitDisplayName } from '../records/unit.ts';
import { unitNameKey, type UnitDirectory } from '../units/unit-directory.ts';
import { groupByLevel, levelName } from '../yearbook/honor-shares.ts';
import { COMPILATION_TERMS as T } from './compilation-terms.ts';

type NamedChapter = { readonly name: string; readonly blocks: readonly Block[] };
/** A unit that received an honour: the one that the archive knows, or a name. */
type Receiver = { readonly key: string; readonly name: string };
type Received = { readonly receiver: Receiver; readonly own: Honor[]; readonly shared: Map<string, Honor[]> };

const chinese = new Intl.Collator('zh-CN');

/**
 * A chapter for each unit that received honours, by name. An honour stands in one of them only, that of the first unit on
 * it; the others say where it is, so that the entries of all chapters add up to the total.
 *
 * @param within only these units have chapters of their own; null for all
 */
export function unitChapters(
  honors: readonly Honor[],
  units: UnitDirectory | null,
  within: ReadonlySet<string> | null,
  entryOf: (honor: Honor) => EntryBlock,
): readonly NamedChapter[] {
  const chapters = new Map<string, Received>();
  const chapterOf = (receiver: Receiver): Received => {
    const found = chapters.get(receiver.key) ?? { receiver, own: [], shared: new Map<string, Honor[]>() };
    chapters.set(receiver.key, found);
    return found;
  };
  for (const honor of honors) {
    const [first = NOBODY, ...others] = receiversOf(honor, units, within);
    chapterOf(first).own.push(honor);
    for (const other of others) appendTo(chapterOf(other).shared, first.name, honor);
  }
  return [...chapters.values()]
    .toSorted((a, b) => Number(a.receiver === NOBODY) - Number(b.receiver === NOBODY) || byName(a.receiver, b.receiver))
    .map(({ receiver, own, shared }) => ({
      name: receiver.name,
      blocks: [...ownBlocks(own, entryOf), ...[...shared].map(([unit, held]) => sharedBlock(unit, held))],
    }));
}

const NOBODY: Receiver = { key: '', name: T.noUnit };

function byName(a: Receiver, b: Receiver): number {
  return chinese.compare(a.name, b.name) || (a.key < b.key ? -1 : 1);
}

function receiversOf(
  honor: Honor,
  units: UnitDirectory | null,
  within: ReadonlySet<string> | null,
): readonly Receiver[] {
  const receivers = honor.recipients.flatMap(({ unitId, unitPrinted, printed }): readonly Receiver[] => {
    if (within !== null && (unitId === null || !within.has(unitId))) return [];
    const unit = unitId === null ? null : (units?.get(unitId) ?? null);
    if (unit !== null) return [{ key: unit.id, name: unitDisplayName(unit) }];
    const name = nameList([{ printed: honor.collective ? printed : unitPrinted }]);
    return name === '' ? [] : [{ key: `name ${unitNameKey(name)}`, name }];
  });
  return [...new Map(receivers.map((receiver) => [receiver.key, receiver])).values()];
}

function ownBlocks(honors: readonly Honor[], entryOf: (honor: Honor) => EntryBlock): readonly Block[] {
  if (honors.length === 0) return [];
  return numberedSections(
    groupByLevel(honors).map((group) => ({ name: levelName(group.level), blocks: group.honors.map(entryOf) })),
  );
}

function sharedBlock(unit: string, honors: readonly Honor[]): Block {
  const titles = honors.map(({ title }) => `“${entryTitle(title)}”`).join('、');
  return { kind: 'note', text: T.sharedWith(titles, unit), standsAlone: true };
}
