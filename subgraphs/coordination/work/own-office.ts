import { sql, type RawBuilder } from 'kysely';
import type { Caller } from '../../_kit/access/caller.js';
import { DIGITS_OF_LEVEL } from '../../_kit/schema/division-prefix.js';

type Office = Pick<Caller, 'jurisdiction' | 'agency'>;
type Area = Caller['jurisdiction'][number];

const isTownship = ({ kind, code }: Area) => kind === 'DIVISION' && code.length === DIGITS_OF_LEVEL.TOWNSHIP;
export const isCounty = ({ kind, code }: Area): boolean =>
  kind === 'DIVISION' && code.length === DIGITS_OF_LEVEL.COUNTY;

/** SQL over any of the conditions; false without one. */
export function anyOf(conditions: readonly RawBuilder<unknown>[]): RawBuilder<boolean> {
  return conditions.length > 0 ? sql<boolean>`(${sql.join(conditions, sql` or `)})` : sql<boolean>`false`;
}

/** Tasks that are the caller's own, not those of whoever is below; nobody hands a task to a village. */
export function ownTasks({ jurisdiction, agency }: Office): RawBuilder<boolean> {
  return anyOf(
    jurisdiction.flatMap((area) => {
      const { kind, code } = area;
      if (kind === 'SCHOOL') return [sql`(body = 'SCHOOL' and school_code = ${code})`];
      if (agency !== 'coordination') return [];
      if (isTownship(area)) return [sql`(body = 'TOWNSHIP' and starts_with(division_code, ${code}))`];
      return isCounty(area) ? [sql`(body = 'COORDINATION' and division_code = ${code})`] : [];
    }),
  );
}

/** Cases that the caller's office carries itself: of the township where the child lives, and of its school. */
export function ownCases({ jurisdiction, agency }: Office): RawBuilder<boolean> {
  return anyOf(
    jurisdiction.flatMap((area) => {
      if (area.kind === 'SCHOOL') return [casesWithin(area)];
      return agency === 'coordination' && isTownship(area) ? [casesWithin(area)] : [];
    }),
  );
}

/** Cases of a school, or of those who live in a division. */
export function casesWithin({ kind, code }: Area): RawBuilder<boolean> {
  return kind === 'SCHOOL'
    ? sql<boolean>`${code} = coalesce(return_school_code, school_code)`
    : sql<boolean>`starts_with(township_code, ${code})`;
}

/** 双线责任: the government's line and education's; the other agencies answer for their own records. */
const SUPERVISING: ReadonlySet<string> = new Set(['coordination', 'education']);

/** Whether the caller's office answers for what those below it do. */
export function isSupervising(office: Office): boolean {
  return SUPERVISING.has(office.agency) && countiesOf(office).length > 0;
}

/** Areas of a county's office, which sees that the others do theirs. */
export function countiesOf({ jurisdiction }: Office): readonly string[] {
  return jurisdiction.filter(isCounty).map(({ code }) => code);
}
