import type { StoredRecord } from './record-shape.ts';
import { reference } from './reference-fields.ts';

/** That two records look alike and a person has said that they are not the same. Goes out of sight with either. */
export const notDuplicateFields = { record: reference(null), other: reference(null) };

export type NotDuplicate = StoredRecord<'notDuplicate', typeof notDuplicateFields>;
