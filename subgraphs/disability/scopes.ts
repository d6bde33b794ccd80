/**
 * Rights to the federation's records; each is printed at the fields it guards. `read` opens what is known of a child
 * already found, `list` lets its holder go through a division's records.
 */
export const DISABILITY_SCOPES = {
  readRecords: 'disability.record.read',
  listCertificates: 'disability.certificate.list',
  listPlacements: 'disability.placement.list',
  listHomeVisits: 'disability.home-visit.list',
  /** By the federation's own officers. */
  recommendPlacements: 'disability.placement.recommend',
  recordHomeVisits: 'disability.home-visit.record',
  recordVerifications: 'disability.verification.record',
} as const;
