import type { Caller } from '../../_kit/access/caller.js';
import { reachesDivision } from '../../_kit/student/jurisdiction.js';
import type { SchoolClass } from './school-class.entity.js';
import type { School } from './school.entity.js';

/** A class is within reach of its teachers, its school's clerks and its division's officers. */
export function canReachClass(
  caller: Pick<Caller, 'jurisdiction'>,
  { code, schoolCode }: Pick<SchoolClass, 'code' | 'schoolCode'>,
  school: Pick<School, 'divisionCode'> | null,
): boolean {
  return (
    caller.jurisdiction.some(
      (area) =>
        (area.kind === 'CLASS' && area.code === code) || (area.kind === 'SCHOOL' && area.code === schoolCode),
    ) ||
    (school !== null && reachesDivision(caller, school.divisionCode))
  );
}
