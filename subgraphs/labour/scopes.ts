/**
 * Rights to labour's records; each is printed at the fields it guards. `read` opens what is known of a child or
 * employer already found, `list` lets its holder go through a division's cases.
 */
export const LABOUR_SCOPES = {
  readLabour: 'labour.record.read',
  listChildLabourCases: 'labour.case.list',
  /** Employers with their inspections and sanctions. */
  readEmployers: 'labour.employer.read',
  /** Child-labour cases, step by step; of the bureau's own officers alone. */
  recordCases: 'labour.case.record',
  /** Inspections and sanctions; of the bureau's own officers alone. */
  recordInspections: 'labour.inspection.record',
} as const;
