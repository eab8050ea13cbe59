/**
 * How one record has to do with another, read from the first to the second: an activity carries out a plan (落实), an
 * activity or practice led to an honour (促成), a record rests on a plan (依据), a practice shows in a record (体现).
 */
export const LINK_TYPES = ['落实', '促成', '依据', '体现', '相关'] as const;
