import { dayInShanghai, parseIsoDate, type IsoDate } from '../../../policies/iso-date.js';
import type { LoaderContext } from '../../_kit/request-context.js';
import type { Absence } from '../attendance/absence.entity.js';
import type { AttendanceClocks, PupilAbsenceSpell } from '../attendance/attendance-clock.js';
import { calendarOf, type SchoolPolicies } from '../school/school-policy.js';
import type { GuardianContact } from '../care/guardian-contact.entity.js';
import { dutiesOfSpells, type AttendanceDuty, type ReportingFacts } from './attendance-duties.js';
import type { DropoutReport } from './dropout-report.entity.js';
import type { InspectorCall } from './inspector-call.entity.js';
import { reportingViolations, type ReportingViolation } from './reporting-violations.js';
import type { StatusMark } from './status-mark.entity.js';

/** Rows about one child, as they are stored. */
export interface ReportingRows {
  readonly contacts: readonly Pick<GuardianContact, 'contactedOn' | 'recordedBy' | 'recordedOn'>[];
  readonly inspectorCalls: readonly Pick<InspectorCall, 'calledOn' | 'recordedBy' | 'recordedOn'>[];
  readonly marks: readonly Pick<StatusMark, 'mark' | 'markedOn' | 'markedBy' | 'recordedOn'>[];
  readonly reports: readonly Pick<DropoutReport, 'recipient' | 'leftOn' | 'reportedOn' | 'reportedBy'>[];
}

interface OfSpell {
  readonly studentId: string;
  readonly schoolCode: string;
  readonly classCode: string | null;
  readonly absentFrom: string;
}

export type PupilDuty = AttendanceDuty & OfSpell;
export type PupilViolation = ReportingViolation & OfSpell;

export interface JudgedSpell {
  readonly spell: PupilAbsenceSpell;
  readonly duties: readonly PupilDuty[];
  /** Null when the school's records can't be relied on: then nobody can say that something was not done. */
  readonly violations: readonly PupilViolation[] | null;
}

export interface JudgeSources {
  readonly clocks: AttendanceClocks;
  readonly policyOf: SchoolPolicies;
}

/** What each spell of one child asked of its school, latest first, and how the school met it. */
export async function judgeSpells(
  context: Pick<LoaderContext, 'registers'>,
  { clocks, policyOf }: JudgeSources,
  absences: readonly Absence[],
  rows: ReportingRows,
): Promise<JudgedSpell[]> {
  const spells = await clocks.spellsOf(absences);
  const [latest] = spells;
  if (!latest) return [];
  const policy = await policyOf(latest.schoolCode);
  const knownUpTo = await lastKnownDay(context, clocks, latest.classCode);
  const rules = { calendar: calendarOf(policy), reporting: policy.dropoutReporting, knownUpTo };
  return dutiesOfSpells(spells, factsOf(rows), rules).map(({ spell, duties }) => {
    const { studentId, schoolCode, classCode, from: absentFrom } = spell;
    const ofSpell = { studentId, schoolCode, classCode, absentFrom };
    return {
      spell,
      duties: duties.map((duty) => ({ ...duty, ...ofSpell })),
      violations:
        knownUpTo &&
        reportingViolations(duties, policy, knownUpTo).map((violation) => ({ ...violation, ...ofSpell })),
    };
  });
}

/**
 * Where sheets come in day by day, marks and reports are entered in the same way and silence means "not done". Else the
 * school's records speak up to the day of the older of the two imports.
 */
async function lastKnownDay(
  { registers }: Pick<LoaderContext, 'registers'>,
  clocks: AttendanceClocks,
  classCode: string | null,
): Promise<IsoDate | null> {
  const register = (await registers()).get('DROPOUT_REPORTING');
  if (!register) return null;
  const counted = await clocks.countedUpTo(classCode);
  const asOf = dayInShanghai(register.asOf);
  return counted < asOf || (await clocks.runsOnSheets(classCode)) ? counted : asOf;
}

function factsOf({ contacts, inspectorCalls, marks, reports }: ReportingRows): ReportingFacts {
  return {
    contacts: contacts.map(({ contactedOn, recordedOn, recordedBy }) =>
      entered(contactedOn, recordedOn, recordedBy),
    ),
    inspectorCalls: inspectorCalls.map(({ calledOn, recordedOn, recordedBy }) =>
      entered(calledOn, recordedOn, recordedBy),
    ),
    marks: marks.flatMap(({ mark, markedOn, recordedOn, markedBy }) =>
      isMark(mark) ? [{ mark, ...entered(markedOn, recordedOn, markedBy) }] : [],
    ),
    reports: reports.flatMap(({ recipient, leftOn, reportedOn, reportedBy }) =>
      isRecipient(recipient) ? [{ recipient, ...entered(leftOn, reportedOn, reportedBy) }] : [],
    ),
  };
}

/** Of what was imported nobody knows when it was entered: the stated day has to do. */
function entered(about: string, on: string | null | undefined, by: string | null | undefined) {
  return { about: parseIsoDate(about), on: parseIsoDate(on ?? about), by: by ?? null };
}

const isMark = (text: string): text is ReportingFacts['marks'][number]['mark'] =>
  ['SUSPECTED_DROPOUT', 'DROPPED_OUT', 'RETURNED'].includes(text);
const isRecipient = (text: string): text is ReportingFacts['reports'][number]['recipient'] =>
  ['TOWNSHIP', 'EDUCATION_BUREAU'].includes(text);
