import { sql, type Kysely, type RawBuilder } from 'kysely';
import type { Caller } from '../../_kit/access/caller.js';
import { HubError } from '../../_kit/errors.js';
import { DIGITS_OF_LEVEL } from '../../_kit/schema/division-prefix.js';
import { reachesDivision } from '../../_kit/student/jurisdiction.js';
import type { HouseholdRegisterScope } from './household-register.enums.js';

/** What one register of households is about. */
export interface RegisterArea {
  readonly scope: HouseholdRegisterScope;
  /** Of the division, cut by level, or of the school. */
  readonly code: string;
  /** Six digits. */
  readonly county: string;
  /** Name of the division or of the school. */
  readonly name: string;
}

const TITLE = '文化户口台账';

/** As an office prints it, for example 峨岭街道文化户口台账. */
export const titleOf = ({ name }: RegisterArea): string => `${name}${TITLE}`;

/**
 * @param db sees the divisions and schools
 * @throws {HubError} NOT_FOUND when there is no such division of that level, or no such school
 */
export async function findRegisterArea(
  db: Kysely<unknown>,
  { scope, code }: Pick<RegisterArea, 'scope' | 'code'>,
): Promise<RegisterArea> {
  const { rows } = await (
    scope === 'SCHOOL'
      ? sql<{ division: string; name: string }>`
        select division_code as division, name from school where code = ${code}`
      : sql<{ division: string; name: string | null }>`
        select code as division, name from division
        where code = rpad(${code}, ${DIGITS_OF_LEVEL.VILLAGE}, '0') and level = ${scope}`
  ).execute(db);
  const [found] = rows;
  if (!found) throw new HubError('NOT_FOUND');
  return {
    scope,
    code: scope === 'SCHOOL' ? code : found.division.slice(0, DIGITS_OF_LEVEL[scope]),
    county: found.division.slice(0, DIGITS_OF_LEVEL.COUNTY),
    name: found.name ?? code,
  };
}

/** Whether one of the caller's areas holds the register's as a whole: totals over a part would look like the whole. */
export function holdsRegister(
  caller: Pick<Caller, 'jurisdiction'>,
  { scope, code, county }: RegisterArea,
): boolean {
  if (scope !== 'SCHOOL') return reachesDivision(caller, code);
  const isOwn = caller.jurisdiction.some((area) => area.kind === 'SCHOOL' && area.code === code);
  return isOwn || reachesDivision(caller, county);
}

/** SQL over `screening_assignment place`: a return of the area. A school's are those that it visits itself. */
export function isReturnOf({ scope, code }: RegisterArea): RawBuilder<boolean> {
  return scope === 'SCHOOL'
    ? sql<boolean>`place.school_code = ${code}`
    : sql<boolean>`starts_with(place.division_code, ${code})`;
}

/** SQL that names the villages of the area, as `division_code`. */
export function villagesOf(area: RegisterArea): RawBuilder<unknown> {
  return area.scope === 'SCHOOL'
    ? sql`(select distinct place.division_code from screening_assignment place where ${isReturnOf(area)})`
    : sql`(select listed.code as division_code from division listed
        where listed.level = 'VILLAGE' and starts_with(listed.code, ${area.code}))`;
}
