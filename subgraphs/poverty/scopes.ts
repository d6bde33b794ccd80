/**
 * Rights to the poverty office's records; each is printed at the fields it guards. `read` opens what is known of a
 * child already found, `list` lets its holder go through a division's records.
 */
export const POVERTY_SCOPES = {
  readPoverty: 'poverty.record.read',
  listHouseholds: 'poverty.household.list',
  listMeasures: 'poverty.measure.list',
  readSites: 'poverty.site.read',
  /** The children of a resettlement site. */
  listRelocations: 'poverty.relocation.list',
  /** By the office's own officers. */
  recordFollowUps: 'poverty.relocation.follow-up',
  recordVerifications: 'poverty.verification.record',
} as const;
