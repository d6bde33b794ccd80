import { sql, type Kysely } from 'kysely';
import { addMonths, dayInShanghai } from '../../../../policies/iso-date.js';
import type { PolicyLibrary } from '../../../../policies/resolve-policy.js';
import { DIGITS_OF_LEVEL } from '../../../_kit/schema/division-prefix.js';
import { publicationOf, rememberPublication, type PublishedRegister } from '../entry-counts.js';
import { shownFigures, type ShownFigure } from '../published-indicators.js';
import { isStatistic } from '../school-statistics.js';
import { LEVELS_WITH_SCHOOLS } from '../statistics-publication.js';

type Db = Kysely<unknown>;

/** Two years, so that a month can be held against the same one a year before. */
export const MONTHS_KEPT = 24;

interface LastRun {
  readonly runId: string;
  readonly division: string;
  /** Of the school-age register. */
  readonly version: number;
  readonly asOf: Date;
}

/**
 * Keeps what is published of every place as the figures of the register's month, in place of those of an earlier run of
 * the same month. Done again, it leaves the same.
 */
export async function keepMonth(db: Db, policies: PolicyLibrary): Promise<void> {
  const last = await lastRun(db);
  if (!last) return;
  const day = dayInShanghai(last.asOf);
  const publishing = publicationOf({ overAllRows: (work) => work(db), policies }, last, day);
  rememberPublication(policies, last, day, publishing);
  const published = await publishing;
  const kept = (await placesOf(db)).map((place) => ({
    place,
    division: place.slice(0, DIGITS_OF_LEVEL.VILLAGE),
    school: place.slice(DIGITS_OF_LEVEL.VILLAGE) || null,
    figures: figuresOf(place, published),
  }));
  const month = day.slice(0, 7);
  const oldest = addMonths(day, 1 - MONTHS_KEPT).slice(0, 7);
  await sql`delete from indicator_month where month = ${month} or month < ${oldest}`.execute(db);
  await sql`
    insert into indicator_month (month, place, division_code, school_code, run_id, as_of, figures)
    select ${month}, place, division, school, ${last.runId}, ${last.asOf.toISOString()}::timestamptz, figures
    from jsonb_to_recordset(${JSON.stringify(kept)}::jsonb) as kept (
      place text, division text, school text, figures jsonb)`.execute(db);
}

async function lastRun(db: Db): Promise<LastRun | undefined> {
  const { rows } = await sql<Omit<LastRun, 'asOf'> & { readonly asOf: Date | string }>`
    select run.run_id as "runId", register.division, register.version::int, register.as_of as "asOf"
    from register, comparison_run run
    where register.code = 'SCHOOL_AGE_REGISTER' and run.state = 'COMPLETED'
    order by run.finished_at desc limit 1`.execute(db);
  const [last] = rows;
  return last && { ...last, asOf: new Date(last.asOf) };
}

/** Every division and school on the lists, and whatever lies around them. */
async function placesOf(db: Db): Promise<readonly string[]> {
  const { rows } = await sql<{ place: string }>`
    select code as place from division where level = 'VILLAGE'
    union select counted_division_code from school_age_entry where counted_division_code is not null
    union select division_code || code from school_site`.execute(db);
  const places = rows.flatMap(({ place }) =>
    LEVELS_WITH_SCHOOLS.filter((digits) => digits <= place.length).map((digits) => place.slice(0, digits)),
  );
  return [...new Set(places)].toSorted();
}

function figuresOf(
  place: string,
  { countsIn, definitions, suppression, statistics }: PublishedRegister,
): ShownFigure[] {
  const isSchool = place.length > DIGITS_OF_LEVEL.VILLAGE;
  return shownFigures(
    isSchool ? [] : countsIn(place),
    isSchool ? definitions.filter(({ kind }) => isStatistic(kind)) : definitions,
    (unit) => suppression.isHidden(place, unit) || statistics.suppression.isHidden(place, unit),
    statistics.of(place),
  );
}
