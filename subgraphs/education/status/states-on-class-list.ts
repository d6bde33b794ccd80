/**
 * States in which a school still has a record to see to: its pupils, and those who stay away and whose status is kept.
 * Who has graduated or gone to another school is nobody whom it could miss.
 */
export const ON_CLASS_LIST: readonly string[] = [
  'ENROLLED',
  'RETURNED',
  'SUSPENDED',
  'STOPPED',
  'DROPPED_OUT',
  'MISSING',
  'OTHER',
];
