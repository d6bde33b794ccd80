import { officerName } from './names.js';
import { randomOf } from '../random.js';
import { classCodeOf } from '../register-numbers.js';
import type { ClassRow, SchoolKind, SchoolRow } from '../views.js';

/** Pupils per class at most: 45 primary, 50 junior, 8–14 special (national norms). Oversized (大班额) is 56 and more. */
const CLASS_NORM: Readonly<Record<SchoolKind, (grade: number) => number>> = {
  PRIMARY: () => 45,
  TEACHING_POINT: () => 30,
  JUNIOR: () => 50,
  NINE_YEAR: (grade) => (grade <= 6 ? 45 : 50),
  SPECIAL: () => 14,
};

/** Classes are planned nine tenths full. Real numbers differ from the plan, so some classes are oversized. */
const PLANNED_FILL = 0.9;

const GRADE_NAMES = ['一', '二', '三', '四', '五', '六', '七', '八', '九'];

/** The classes of one school for a planned number of pupils per grade; at least one for each grade. */
export function classesOf(
  school: Pick<SchoolRow, 'code' | 'kind' | 'grades'>,
  pupilsPerGrade: number,
  seed: number,
): ClassRow[] {
  return school.grades.flatMap((grade) => {
    const capacity = CLASS_NORM[school.kind](grade);
    const count = Math.max(1, Math.ceil(pupilsPerGrade / (capacity * PLANNED_FILL)));
    return Array.from({ length: count }, (_, index) => {
      const number = index + 1;
      const random = randomOf(seed, 41, Number(school.code), grade, number);
      return {
        code: classCodeOf(school.code, grade, number),
        schoolCode: school.code,
        grade,
        number,
        name: `${GRADE_NAMES[grade - 1]}年级（${number}）班`,
        classTeacherName: officerName(random),
        capacity,
      };
    });
  });
}
