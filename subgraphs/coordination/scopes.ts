/** Rights to coordination's records; each is printed at the fields it guards. */
export const COORDINATION_SCOPES = {
  readRegisterEntry: 'coordination.register-entry.read',
  readCasework: 'coordination.casework.read',
  /** Steps of the order ladder, their service and what came of them. */
  issueOrders: 'coordination.order.issue',
  /** 四不办理: whether an order stands open, and what people decided about it. */
  readHolds: 'coordination.administrative-hold.read',
  decideHolds: 'coordination.administrative-hold.decide',
  /** Cases: opening, visits, cause, team, return. */
  recordCasework: 'coordination.casework.record',
  /** Referrals between bodies; whoever receives some needs no right to the casework. */
  readReferrals: 'coordination.referral.read',
  sendReferrals: 'coordination.referral.send',
  answerReferrals: 'coordination.referral.answer',
  /** Measures of the plans of children and households. */
  planMeasures: 'coordination.support-plan.record',
  readResponsibility: 'coordination.responsibility.read',
  readRisk: 'coordination.risk.read',
  /** Townships and villages that are monitored first. */
  markPriorityAreas: 'coordination.priority-area.mark',
  /** Who is eligible for aid and who has it; shows hardship. */
  readAidMatches: 'coordination.aid-match.read',
  /** For officers who keep such ledgers: totals are neither suppressed nor for analysts. */
  readLedger: 'coordination.ledger.read',
  /** Discrepancies, matches to be decided and the runs that found them. */
  readDiscrepancies: 'coordination.discrepancy.read',
  /** Duties of bodies in the area, with what was handed in; nothing of a child. */
  readDuties: 'coordination.duty.read',
  submitDuties: 'coordination.duty.submit',
  signOffDuties: 'coordination.duty.sign-off',
  /** Meetings and inspections with what was decided and found; posts and bodies, no persons. */
  readSupervision: 'coordination.supervision.read',
  recordMeetings: 'coordination.meeting.record',
  /** Whoever holds it acts as the inspection office. */
  recordInspections: 'coordination.inspection.record',
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
