/** Rights to education's records; each is printed at the fields it guards. */
export const EDUCATION_SCOPES = {
  readSchooling: 'education.schooling.read',
  readSchools: 'education.school.read',
  /** Lists of absences over many children; one child's attendance belongs to its schooling. */
  readAbsences: 'education.absence.read',
  /** Lists of what status clerks have to see to: transfers, failed verifications, roll-call differences. */
  listStatusFollowUps: 'education.status-follow-up.list',
  /** Aid shows hardship. */
  readAid: 'education.aid.read',
  /** Placement and home teaching show disability. */
  readSpecialEducation: 'education.special-education.read',
  /** Visits of a school's teachers to pupils taught at home. */
  recordHomeTeaching: 'education.home-teaching.record',
  /** Attendance sheets of a class. */
  recordAttendance: 'education.attendance.record',
  /** Contacts with guardians, by class teachers and those above them. */
  recordGuardianContacts: 'education.guardian-contact.record',
  /** Calls of the inspector, marks and written reports of a school, for which its clerk answers. */
  recordDropoutReporting: 'education.dropout-reporting.record',
  /** Receipts of written reports, by the office that they went to. */
  receiveReports: 'education.dropout-report.receive',
  listReports: 'education.dropout-report.list',
  /** Which schools failed to mark or report. */
  listViolations: 'education.reporting-violation.list',
  /** Campaigns, how far they are, and the households that they visited. */
  readScreening: 'education.screening.read',
  /** Writing down what a visit found. */
  recordScreening: 'education.screening.record',
  manageScreening: 'education.screening.manage',
  /** Which classes owe a roll-call. */
  readRollCallTasks: 'education.roll-call.list',
  recordRollCalls: 'education.roll-call.record',
  readGuardianPhone: 'education.guardian-phone.read',
} as const;
