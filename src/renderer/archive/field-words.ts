import type { FieldWords } from '#domain/changes/field-text';
import { recordTitle, type ArchiveRecord } from '#domain/records/archive-record';

const FLAGS: Readonly<Record<string, readonly [yes: string, no: string]>> = { collective: ['集体', '个人'] };
const YES_OR_NO = ['是', '否'] as const;

/** Choices that are stored by a word of the program. */
const CHOICES: Readonly<Record<string, string>> = {
  full: '全称',
  short: '简称',
  alias: '别称',
  misspelling: '常见误写',
};

/** The words by which values of fields are read. @param find a record of any kind by its id */
export function createFieldWords(find: (id: string) => ArchiveRecord | null): FieldWords {
  return {
    flag: (name, value) => {
      const [yes, no] = FLAGS[name] ?? YES_OR_NO;
      return value ? yes : no;
    },
    choice: (_name, value) => CHOICES[value] ?? value,
    target: (id) => {
      const record = find(id);
      return record === null ? id : recordTitle(record);
    },
  };
}
