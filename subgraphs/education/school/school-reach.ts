import type DataLoader from 'dataloader';
import { sql, type RawBuilder } from 'kysely';
import type { Caller } from '../../_kit/access/caller.js';
import { HubError } from '../../_kit/errors.js';
import { divisionWithinReach, reachesDivision } from '../../_kit/student/jurisdiction.js';
import type { School } from './school.entity.js';

/** A class code begins with its school's code, 学校标识码. */
export const SCHOOL_CODE_LENGTH = 10;

/** A school is within reach of its division's officers, its own clerks, and the teachers of its classes. */
export function canReachSchool(
  caller: Pick<Caller, 'jurisdiction'>,
  school: Pick<School, 'code' | 'divisionCode'>,
): boolean {
  return (
    reachesDivision(caller, school.divisionCode) ||
    caller.jurisdiction.some(
      ({ kind, code }) =>
        (kind === 'SCHOOL' && code === school.code) || (kind === 'CLASS' && code.startsWith(school.code)),
    )
  );
}

/** The same rule as an SQL condition over the table `school`. */
export function schoolWithinReach(caller: Pick<Caller, 'jurisdiction'>): RawBuilder<boolean> {
  const codes = caller.jurisdiction.flatMap(({ kind, code }) =>
    kind === 'SCHOOL' || kind === 'CLASS' ? [code.slice(0, SCHOOL_CODE_LENGTH)] : [],
  );
  return sql<boolean>`(${divisionWithinReach(caller, sql.ref('school.division_code'))} or school.code = any(${codes}::text[]))`;
}

interface SchoolContext {
  readonly loaders: { readonly schools: DataLoader<string, School | null> };
  readonly caller: Pick<Caller, 'jurisdiction'>;
}

/** The one way to a school by its code. @throws {HubError} NOT_FOUND, for unknown and unreachable schools alike. */
export async function findSchool(code: string, { loaders, caller }: SchoolContext): Promise<School> {
  const school = await loaders.schools.load(code);
  if (!school || !canReachSchool(caller, school)) throw new HubError('NOT_FOUND');
  return school;
}

/**
 * For what stands inside a school. A school is named wherever one of its pupils is seen, but its roll, classes and
 * roll-calls open only to those who reach the school.
 */
export function assertSchoolWithinReach(
  caller: Pick<Caller, 'jurisdiction'>,
  school: Pick<School, 'code' | 'divisionCode'>,
): void {
  if (!canReachSchool(caller, school)) throw new HubError('NOT_FOUND');
}
