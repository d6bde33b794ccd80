import 'reflect-metadata';
import type { IsoDate } from '../../policies/iso-date.js';
import type { PolicyLibrary } from '../../policies/resolve-policy.js';
import { createSchoolCalendar, type SchoolCalendar } from '../../policies/school-calendar.js';
import { placesOf } from '../../subgraphs/coordination/responsibility/responsibility-places.js';
import { responsibilityOf } from '../../subgraphs/coordination/responsibility/responsibility.js';
import type { ResponsibilityAssignment } from '../../subgraphs/coordination/responsibility/responsibility-assignment.entity.js';
import { isSevere, isThreeCategory, type GradedDisability } from '../../policies/disability-severity.js';
import { attendanceClock, attendanceCountedUpTo, unexcusedSpells } from '../../policies/absence-spells.js';
import { childLabourFine } from '../../subgraphs/labour/cases/child-labour-fine.js';

/** What the statement answers for one child, as far as this file works on it. */
export interface PictureRow {
  readonly id: string;
  readonly scopes: readonly { readonly kind: string; readonly code: string }[];
  registerEntry: { readonly entry: object | null; readonly register: object };
  readonly schooling: {
    attendance: {
      readonly absences: readonly AbsenceRow[];
      readonly register: { readonly asOf: string | null };
    };
  };
  readonly disability: {
    readonly certificate: { current: (GradedDisability & { readonly residenceDivisionCode: string }) | null };
  };
  readonly labour: { readonly childLabourCases: { current: LabourCaseRow | null } };
  readonly responsibility: { assignments: readonly object[] };
  readonly risk: { readonly missingSources: readonly object[] };
}

interface AbsenceRow {
  readonly date: IsoDate;
  readonly session: string;
  readonly state: string;
  readonly division: string | null;
}

interface LabourCaseRow {
  readonly startedWorkOn: IsoDate;
  readonly foundOn: IsoDate;
  readonly orderIssuedOn: IsoDate;
  readonly returnDueOn: IsoDate;
  readonly returnedOn: IsoDate | null;
  readonly division: string;
  readonly employerKind: string | null;
}

const calendars = new WeakMap<object, SchoolCalendar>();

/** Adds what follows by rule from the rows: the same rules as the hub's, over rows read another way. */
export function completePicture(row: PictureRow, policies: PolicyLibrary, today: IsoDate): object {
  const policyAt = (division: string) => policies.policyFor(division, today);
  const { schooling, disability, labour, responsibility, risk, registerEntry } = row;
  return {
    ...row,
    registerEntry: { ...registerEntry.entry, register: registerEntry.register },
    schooling: { ...schooling, attendance: { ...schooling.attendance, spells: spells() } },
    disability: { ...disability, certificate: { ...disability.certificate, current: certificate() } },
    labour: { ...labour, childLabourCases: { ...labour.childLabourCases, current: labourCase() } },
    responsibility: {
      ...responsibility,
      assignments: responsibilityOf(
        row.scopes,
        policyAt(placesOf(row.scopes).villages[0] ?? '00').responsibilitySchemes,
        responsibility.assignments as ResponsibilityAssignment[],
        today,
      ),
    },
    risk: { ...risk, completeness: risk.missingSources.length > 0 ? 'INCOMPLETE' : 'COMPLETE' },
  };

  function spells(): object[] {
    const { absences, register } = schooling.attendance;
    if (absences.length === 0) return [];
    const policy = policyAt(absences[0]?.division ?? '00');
    const calendar = calendars.get(policy) ?? createSchoolCalendar(policy);
    calendars.set(policy, calendar);
    const countedUpTo = attendanceCountedUpTo(
      register.asOf === null ? undefined : new Date(register.asOf),
      today,
    );
    return unexcusedSpells(absences, attendanceClock(policy, calendar, countedUpTo));
  }
  function certificate(): object | null {
    const { current } = disability.certificate;
    if (!current) return null;
    const { threeCategories, severeGrades, severeAtEveryGrade } = policyAt(
      current.residenceDivisionCode,
    ).disability;
    return {
      ...current,
      isThreeCategory: isThreeCategory(current, threeCategories.value),
      isSevere: isSevere(current, {
        severeGrades: severeGrades.value,
        severeAtEveryGrade: severeAtEveryGrade.value,
      }),
    };
  }
  function labourCase(): object | null {
    const { current } = labour.childLabourCases;
    if (!current) return null;
    const { childLabour } = policyAt(current.division);
    const rates = {
      yuanPerMonth: childLabour.fineYuanPerMonth.value,
      yuanPerMonthAfterOrder: childLabour.fineYuanPerMonthAfterOrder.value,
      partMonth: childLabour.partMonth.value,
      multiplier: current.employerKind === 'UNLICENSED' ? childLabour.unlicensedMultiplier.value : 1,
    };
    return { ...current, fine: childLabourFine(current, rates, today) };
  }
}
