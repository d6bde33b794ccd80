import { reasonsWithin, toldOfAbsence } from '../../../policies/absence-routes.js';
import type { ChildFacts } from '../register/child-facts.js';
import type { SchoolAgeEntry } from '../register/school-age-entry.entity.js';
import type { SourceRegister } from '../risk/missing-sources.js';
import { latestBy, type RuleContext } from '../standing/rule-context.js';
import { knowsAttendance, suspectedAbsenceOf } from '../standing/suspected-absence.js';
import { COUNTY_BODY } from './referral-bodies.js';

type AbsenceReferral = Pick<SchoolAgeEntry, 'absentSince' | 'absenceToldTo'>;

/**
 * To which bodies the absence of a suspected dropout is to be referred, by the reasons on its sheets and the policy where
 * they were kept. Reasons themselves stay with education: one of them is told to nobody but the body that it leads to.
 */
export function absenceReferralOf(
  facts: ChildFacts,
  context: Pick<RuleContext, 'attendanceClockAt' | 'policyAt'> & {
    readonly registers: readonly SourceRegister[];
  },
): AbsenceReferral {
  if (!knowsAttendance(context)) return { absentSince: null, absenceToldTo: null };
  const { absence } = facts.rows;
  const spell = suspectedAbsenceOf(facts, context);
  const lastMissed = latestBy(absence, ({ date }) => date);
  if (!spell || !lastMissed) return { absentSince: null, absenceToldTo: [] };
  const { kind, from } = spell;
  const told = toldOfAbsence(
    { kind, reasons: reasonsWithin(absence, spell) },
    context.policyAt(lastMissed.schoolCode),
  );
  return { absentSince: from, absenceToldTo: told.flatMap((agency) => COUNTY_BODY[agency] ?? []) };
}
