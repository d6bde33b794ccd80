import type { SchoolPlan } from './school-plan.js';
import type { SettledTownship, SettledVillage } from './settlement.js';
import type { CatchmentRow, SchoolRow } from '../views.js';

/** Which school the children of each village are due at (施教范围). */
export interface Catchments {
  readonly rows: readonly CatchmentRow[];
  readonly schoolAt: (village: string, grade: number) => SchoolRow | undefined;
}

const GRADES = [1, 2, 3, 4, 5, 6, 7, 8, 9];

/** Lays out every village: its teaching point takes the grades it teaches, the township's schools the others. */
export function catchmentsOf(
  { primaryOf, juniorOf, pointOf }: SchoolPlan,
  townships: readonly SettledTownship[],
): Catchments {
  const schools = new Map<string, SchoolRow>();
  const rows: CatchmentRow[] = [];
  for (const { row, villages } of townships) {
    for (const [village, middle] of middlesOf(villages)) {
      const due = GRADES.map((grade) => {
        const point = pointOf.get(village);
        if (point?.grades.includes(grade)) return point;
        return schoolAtPoint((grade <= 6 ? primaryOf : juniorOf).get(row.code), middle);
      });
      due.forEach((school, index) => school && schools.set(`${village} ${index + 1}`, school));
      rows.push(...rowsOf(village, due));
    }
  }
  return { rows, schoolAt: (village, grade) => schools.get(`${village} ${grade}`) };
}

/** Middle of each village's share of the township's children, 0 to 1: schools side by side divide them evenly. */
function middlesOf(villages: readonly SettledVillage[]): [string, number][] {
  const total = villages.reduce((sum, { share }) => sum + share, 0);
  let before = 0;
  return villages.map(({ code, share }) => {
    const middle = (before + share / 2) / total;
    before += share;
    return [code, middle];
  });
}

function schoolAtPoint(schools: readonly SchoolRow[] | undefined, point: number): SchoolRow | undefined {
  return schools?.[Math.min(schools.length - 1, Math.floor(point * schools.length))];
}

/** One row for each school, over the grades that it takes of the village; these always lie side by side. */
function rowsOf(village: string, due: readonly (SchoolRow | undefined)[]): CatchmentRow[] {
  const bySchool = Map.groupBy(
    GRADES.filter((grade) => due[grade - 1]),
    (grade) => due[grade - 1]?.code ?? '',
  );
  return [...bySchool].map(([schoolCode, grades]) => ({
    schoolCode,
    division: village,
    lowestGrade: Math.min(...grades),
    highestGrade: Math.max(...grades),
  }));
}
