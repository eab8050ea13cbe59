import { prose, text, title } from './simple-fields.ts';

/** A way of looking at a ledger that was given a name: filters, columns, sorting, grouping. */
export const savedViewFields = {
  title: title(),
  /** The screen that it belongs to, such as "ledger/honor". */
  screen: text(),
  /** JSON, understood by that screen alone. */
  state: prose(),
};
