/**
 * Rights to civil affairs' records; each is printed at the fields it guards. `read` opens what is known of a child
 * already found, `list` lets its holder go through a division's records.
 */
export const CIVIL_AFFAIRS_SCOPES = {
  readWelfare: 'civil-affairs.welfare.read',
  /** Parents in custody, their circumstances, and early marriage. */
  readRestricted: 'civil-affairs.restricted.read',
  listSubsistenceAllowances: 'civil-affairs.subsistence-allowance.list',
  listLeftBehind: 'civil-affairs.left-behind.list',
  listDeFactoUnattended: 'civil-affairs.de-facto-unattended.list',
  listOrphans: 'civil-affairs.orphan.list',
  listExtremePoverty: 'civil-affairs.extreme-poverty.list',
  listChildrenInDifficulty: 'civil-affairs.child-in-difficulty.list',
  listReliefPayments: 'civil-affairs.relief-payment.list',
  /** By civil affairs' own officers. */
  recordVerifications: 'civil-affairs.verification.record',
  entrustGuardians: 'civil-affairs.guardian.entrust',
} as const;
