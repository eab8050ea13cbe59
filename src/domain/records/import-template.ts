import type { StoredRecord } from './record-shape.ts';
import { prose, title } from './simple-fields.ts';

/** How tables with certain headings are to be read, as a person corrected it once. */
export const importTemplateFields = {
  /** What it was learned from, such as the name of the sheet. */
  title: title(),
  /** JSON of a `TableTemplate` (`tableTemplateSchema`); what does not read as one any more is passed over. */
  template: prose(),
};

export type ImportTemplate = StoredRecord<'importTemplate', typeof importTemplateFields>;
