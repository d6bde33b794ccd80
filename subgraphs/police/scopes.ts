/**
 * Rights to police records; each is printed at the fields it guards. `read` opens what is known of a child or
 * household already found, `list` lets its holder go through a division's records.
 */
export const POLICE_SCOPES = {
  readHouseholds: 'police.household.read',
  readAddresses: 'police.address.read',
  readMissingPersons: 'police.missing-person.read',
  determineMissingPersons: 'police.missing-person.determine',
  /** Custody, specialised schooling, police actions and border exits. */
  readRestricted: 'police.restricted.read',
  listResidents: 'police.resident.list',
  listResidencePermits: 'police.residence-permit.list',
  listFloatingPopulation: 'police.floating-population.list',
  listMissingPersons: 'police.missing-person.list',
} as const;
