import { ANALYZE_WRITTEN } from './analyze-written.js';
import { AUDIT_SQL } from './audit/audit-rights.js';
import { STUDENT_IDENTITIES, STUDENT_PLACES } from './student/reach-policies.js';

/**
 * What migrations can't hold because it has no history: functions and privileges, brought up to date by the owner
 * each time the migrations have run. Every statement may run again and again.
 */
export const REPEATABLE_SQL: readonly string[] = [
  STUDENT_IDENTITIES,
  STUDENT_PLACES,
  ANALYZE_WRITTEN,
  ...AUDIT_SQL,
];
