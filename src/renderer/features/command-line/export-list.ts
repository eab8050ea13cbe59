import type { Command } from '#contract/archive-contract';
import type { FindableRecord } from '#domain/records/archive-record';
import { ENTRY_KINDS, FINDABLE_KINDS, type FindableKind } from '#domain/records/record-base';
import { refuse, succeed, type Result } from '#domain/result';
import { parseSearchText } from '#domain/search/query/parse-search-text';
import type { ArchiveDatabase } from '#storage/database';
import { listRecords } from '#storage/find-records';
import { readAuthorityRecords } from '#storage/read-authorities';
import { listMessages } from '../../archive/list-messages.ts';
import { exportMoment, listFile, listOfKind, refuseForWord, type ListType } from '../../archive/list-outlines.ts';
import { openLiveSearch } from '../../archive/live-search.ts';
import { createQueryContext } from '../../archive/query-context.ts';
import { templateOutlines } from '../../archive/template-outlines.ts';
import { KIND_NAMES } from '../../components/kind-names.ts';
import { produceList, type ListOrder } from '../../jobs/produce-list.ts';
import { UNWATCHED } from '../../jobs/run-worker-job.ts';
import { optionText, requireKind, requireOption, type CommandDefinition, type Refusal } from './command.ts';
import { byDateThenTitle } from './record-order.ts';
import { messages } from './messages.ts';
import { saveOutput } from './save-output.ts';

/** Writes all records of a kind, or those that a search finds, as a workbook or a Word table. */
export const exportList: CommandDefinition = {
  options: ['kind', 'out', 'query'],
  arguments: 1,
  run: async (command, { archive, settings }) => {
    const kind = requireKind(command, FINDABLE_KINDS);
    if (!kind.ok) return kind;
    const type = readType(command, ['xlsx', 'docx']);
    if (!type.ok) return type;
    const query = optionText(command, 'query');
    const records = await chooseRecords(archive.database, kind.value, query);
    const about = [
      ...(query === null ? [] : [listMessages.search(query)]),
      listMessages.count(records.length),
      exportMoment(),
    ];
    const lists = [listOfKind(kind.value, records, type.value, { title: KIND_NAMES[kind.value], about })];
    const refused = type.value === 'docx' ? refuseForWord(lists) : null;
    if (refused !== null) return refuse({ code: 'too-many', message: refused, where: '--out' });
    const file = listFile(type.value, settings.editor, archive.today());
    const saved = await produceAndSave({ file, lists, kindNames: KIND_NAMES }, type.value);
    if (!saved.ok) return saved;
    const { path, bytes } = saved.value;
    return succeed({
      json: { ok: true, file: path, bytes, kind: kind.value, rows: records.length, query },
      text: messages.exported(path, records.length),
    });
  },
};

/** Writes a workbook to be filled in and imported. */
export const exportTemplate: CommandDefinition = {
  options: ['kind', 'out'],
  arguments: 1,
  run: async (command) => {
    const kind = requireKind(command, ENTRY_KINDS);
    if (!kind.ok) return kind;
    const type = readType(command, ['xlsx']);
    if (!type.ok) return type;
    const lists = templateOutlines(kind.value).map((outline) => ({ outline, records: [] }));
    const saved = await produceAndSave({ file: { type: 'xlsx' }, lists, kindNames: KIND_NAMES }, 'xlsx');
    if (!saved.ok) return saved;
    const { path, bytes } = saved.value;
    return succeed({
      json: {
        ok: true,
        file: path,
        bytes,
        kind: kind.value,
        rows: 0,
        columns: lists[0]?.outline.columns.map(({ heading }) => heading) ?? [],
      },
      text: messages.exports.template(path),
    });
  },
};

/** The records in the order of `list`, or as a search puts them, best first. */
async function chooseRecords(
  database: ArchiveDatabase,
  kind: FindableKind,
  query: string | null,
): Promise<readonly FindableRecord[]> {
  const records: readonly FindableRecord[] = await listRecords(database, kind);
  if (query === null) return records.toSorted(byDateThenTitle);
  const context = createQueryContext((await readAuthorityRecords(database)).units);
  const live = openLiveSearch(database);
  // An index that had to be made anew is there for the next command.
  if ((await live.ready()) === 'made') await live.keep();
  const { expression } = parseSearchText(query, context);
  const { ids } = await live.search({ kinds: [kind], expression, limit: 0, withFacets: false, withIds: true });
  const byId = new Map(records.map((record) => [String(record.id), record]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

/** Which kind of file `--out` names. */
function readType<const T extends ListType>(command: Command, types: readonly T[]): Result<T, Refusal> {
  const out = requireOption(command, 'out');
  if (!out.ok) return out;
  const type = types.find((each) => out.value.toLowerCase().endsWith(`.${each}`));
  if (type !== undefined) return succeed(type);
  const endings = types.map((each) => `.${each}`).join('、');
  return refuse({ code: 'bad-option', message: messages.exports.badOut(out.value, endings), where: '--out' });
}

async function produceAndSave(order: ListOrder, type: ListType): ReturnType<typeof saveOutput> {
  const produced = await produceList(order, UNWATCHED);
  if (!produced.ok) {
    throw new Error(messages.exports.listFailed(produced.error.code === 'failed' ? produced.error.detail : ''));
  }
  return saveOutput('list', type, produced.value.bytes);
}
