import { catchmentsOf } from './catchments.js';
import type { SchoolPlan } from './school-plan.js';
import type { SettledTownship } from './settlement.js';
import type { CatchmentRow, ClassRow, SchoolRow } from '../views.js';

/** Which school and class a child goes to. `spread` is any whole number; it divides pupils between equal choices. */
export interface SchoolNetwork {
  readonly schools: readonly SchoolRow[];
  readonly classes: readonly ClassRow[];
  readonly catchments: readonly CatchmentRow[];
  /** The school whose catchment a village lies in, by grade 1–9. */
  readonly nearestSchool: (village: string, grade: number) => SchoolRow;
  /** A school of the county seat for the same grade. */
  readonly seatSchool: (grade: number, spread: number) => SchoolRow;
  readonly specialSchool: SchoolRow;
  /** Of one grade, as the school was planned. */
  readonly pupilsPerGrade: (schoolCode: string) => number;
  /** Throws when the school does not teach the grade. */
  readonly classOf: (school: SchoolRow, grade: number, spread: number) => ClassRow;
}

export function schoolNetwork(plan: SchoolPlan, townships: readonly SettledTownship[]): SchoolNetwork {
  const { schools, classes, seatPrimary, seatJunior, specialSchool } = plan;
  const catchments = catchmentsOf(plan, townships);
  const classesOfGrade = new Map<string, ClassRow[]>();
  for (const row of classes) {
    const key = `${row.schoolCode}:${row.grade}`;
    classesOfGrade.set(key, [...(classesOfGrade.get(key) ?? []), row]);
  }
  const pickFrom = (list: readonly SchoolRow[] | undefined, spread: number): SchoolRow => {
    const school = list?.[spread % list.length];
    if (!school) throw new Error('The county seat has no school for the grade.');
    return school;
  };
  return {
    schools,
    classes,
    specialSchool,
    pupilsPerGrade: (schoolCode) => plan.pupilsPerGrade.get(schoolCode) ?? 0,
    catchments: catchments.rows,
    nearestSchool: (village, grade) => {
      const school = catchments.schoolAt(village, grade);
      if (!school) throw new Error(`The village ${village} lies in the catchment of no school.`);
      return school;
    },
    seatSchool: (grade, spread) => pickFrom(grade <= 6 ? seatPrimary : seatJunior, spread),
    classOf: (school, grade, spread) => {
      const rows = classesOfGrade.get(`${school.code}:${grade}`);
      const row = rows?.[spread % rows.length];
      if (!row) throw new Error(`School ${school.code} has no class of grade ${grade}.`);
      return row;
    },
  };
}
