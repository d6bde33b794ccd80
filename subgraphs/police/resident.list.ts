import { sql } from 'kysely';
import { HubError } from '../_kit/errors.js';
import type { LoaderContext } from '../_kit/request-context.js';
import type { Connection, PageArgs } from '../_kit/schema/connection.js';
import { divisionPrefix } from '../_kit/schema/division-prefix.js';
import { byDate, listPage } from '../_kit/schema/list-page.js';
import { selectRows } from '../_kit/select-rows.js';
import { studentWithinReach } from '../_kit/student/jurisdiction.js';
import { ResidentEntity, type Resident } from './resident.entity.js';
import type { ResidentFilter } from './resident.type.js';

/** Other offices are told of minors alone (0—18周岁户籍信息, 昌市政办发〔2020〕16号). */
const OLDEST_YEARS = 18;

const ORDER = byDate<Resident>('birth_date', 'asc', ({ birthDate }) => birthDate);

/** Registered children within reach, the oldest first; a cancelled registration is no longer one. */
export function listResidents(
  { em, caller, today }: LoaderContext,
  { division, ageFrom, ageTo, livesApartFromRegistration }: ResidentFilter,
  page: PageArgs,
): Promise<Connection<Resident>> {
  for (const age of [ageFrom, ageTo]) {
    if (age != null && (age < 0 || age > OLDEST_YEARS))
      throw new HubError('BAD_USER_INPUT', `An age is between 0 and ${OLDEST_YEARS}.`);
  }
  const query = selectRows(em, ResidentEntity)
    .where(studentWithinReach(caller, sql.ref('resident.student_id'), today))
    .where(sql<boolean>`cancelled_on is null`)
    .where(isOfAge(ageFrom ?? 0, ageTo ?? OLDEST_YEARS, today))
    .where(sql<boolean>`starts_with(registered_division_code, ${divisionPrefix(division ?? '')})`)
    .$if(livesApartFromRegistration != null, (rows) =>
      rows.where(sql<boolean>`lives_apart_from_registration = ${livesApartFromRegistration}`),
    );
  return listPage(query, ORDER, page);
}

/** Completed years today, as a range of birth dates, which the index can find. */
function isOfAge(from: number, to: number, today: string) {
  return sql<boolean>`birth_date <= ${today}::date - make_interval(years => ${from}::int)
    and birth_date > ${today}::date - make_interval(years => ${to + 1}::int)`;
}
