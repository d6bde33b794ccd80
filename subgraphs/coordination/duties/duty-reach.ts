import { sql } from 'kysely';
import type { LoaderContext } from '../../_kit/request-context.js';
import { DIGITS_OF_LEVEL, divisionPrefix } from '../../_kit/schema/division-prefix.js';
import { divisionWithinReach } from '../../_kit/student/jurisdiction.js';
import type { DutyPlace } from './duty-places.js';

export interface PlaceFilter {
  readonly division?: string | null;
  readonly school?: string | null;
}

type Context = Pick<LoaderContext, 'readRows' | 'caller'>;
type Division = {
  readonly code: string;
  readonly name: string;
  readonly level: keyof typeof DIGITS_OF_LEVEL;
};

/** Places within the caller's area at which duties are done: divisions from the caller's own down, and schools. */
export async function placesWithinReach(
  { readRows, caller }: Context,
  { division, school }: PlaceFilter,
): Promise<DutyPlace[]> {
  const within = (column: string) =>
    division == null ? sql`true` : sql`starts_with(${sql.ref(column)}, ${divisionPrefix(division)})`;
  const ownSchools = caller.jurisdiction.flatMap(({ kind, code }) => (kind === 'SCHOOL' ? [code] : []));
  const ofSchools = readRows<Omit<DutyPlace, 'kind'>>(sql`
    select code, name, division_code as "divisionCode" from school_site
    where (${divisionWithinReach(caller, sql.ref('division_code'))} or code = any (${ownSchools}::text[]))
      and ${within('division_code')} and ${school == null ? sql`true` : sql`code = ${school}`}`);
  const ofDivisions =
    school == null
      ? readRows<Division>(sql`
    select code, name, level from division
    where ${divisionWithinReach(caller, sql.ref('code'))} and ${within('code')}`)
      : [];
  const [schools, divisions] = await Promise.all([ofSchools, ofDivisions]);
  const atSchools = schools.map((site) => ({ ...site, kind: 'SCHOOL' as const }));
  const inDivisions = divisions.map(({ code, name, level }): DutyPlace => {
    const cut = code.slice(0, DIGITS_OF_LEVEL[level]);
    return { kind: level, code: cut, name, divisionCode: cut };
  });
  return [...inDivisions, ...atSchools];
}

/** Whether the list of schools was ever taken over: without it, nobody can say which of them owe something. */
export async function areSchoolsKnown({ db }: Pick<LoaderContext, 'db'>): Promise<boolean> {
  const { rows } = await sql`select from school_site limit 1`.execute(db);
  return rows.length > 0;
}

/** Takes the schools over from the registers that a comparison run pinned. */
export async function keepSchoolSites(db: LoaderContext['db'], runId: string): Promise<void> {
  await sql`delete from school_site`.execute(db);
  await sql`
    insert into school_site (code, name, division_code)
    select school ->> 'code', school ->> 'name', school ->> 'divisionCode'
    from comparison_run, jsonb_array_elements(pinned -> 'places' -> 'school') school
    where run_id = ${runId}`.execute(db);
}
