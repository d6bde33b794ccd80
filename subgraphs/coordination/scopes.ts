/** Rights to coordination's records; each is printed at the fields it guards. */
export const COORDINATION_SCOPES = {
  readRegisterEntry: 'coordination.register-entry.read',
  readCasework: 'coordination.casework.read',
  /** Cases: opening, visits, cause, team, return. */
  recordCasework: 'coordination.casework.record',
  /** Measures of the plans of children and households. */
  planMeasures: 'coordination.support-plan.record',
  readResponsibility: 'coordination.responsibility.read',
  readRisk: 'coordination.risk.read',
  /** For officers who keep such ledgers: totals are neither suppressed nor for analysts. */
  readLedger: 'coordination.ledger.read',
  /** Discrepancies, matches to be decided and the runs that found them. */
  readDiscrepancies: 'coordination.discrepancy.read',
  startComparison: 'coordination.comparison.start',
  decideMatches: 'coordination.match.decide',
  /** How a discrepancy ends: by officers of the agency that the rules name. */
  recordDispositions: 'coordination.disposition.record',
  readTasks: 'coordination.task.read',
  completeTasks: 'coordination.task.complete',
  findStudent: 'coordination.student.find',
  /** Counts without persons: all that analysts hold. */
  readIndicators: 'coordination.indicator.read',
  revealResidentIdNumber: 'coordination.resident-id-number.reveal',
  readApprovals: 'coordination.approval.read',
  /** Security administration: approves and revokes, and sees no access log and no system setting. */
  manageApprovals: 'coordination.approval.manage',
} as const;
