import { sql } from 'kysely';
import { parseIsoDate } from '../../policies/iso-date.js';
import { NOWHERE } from '../../policies/policy-areas.js';
import { HubError } from '../_kit/errors.js';
import type { LoaderContext } from '../_kit/request-context.js';
import type { Connection, PageArgs } from '../_kit/schema/connection.js';
import { divisionPrefix } from '../_kit/schema/division-prefix.js';
import { byDate, listPage } from '../_kit/schema/list-page.js';
import { selectRows } from '../_kit/select-rows.js';
import { studentWithinReach } from '../_kit/student/jurisdiction.js';
import { ResidentEntity, type Resident } from './resident.entity.js';
import type { ResidentFilter } from './resident.type.js';

/**
 * Ages of whom the police tell other offices (0—18周岁户籍信息, 昌市政办发〔2020〕16号), by the policy of the county that
 * asks.
 */
function toldAges({ caller, policies, today }: Pick<LoaderContext, 'caller' | 'policies' | 'today'>) {
  const area = caller.jurisdiction.find(({ kind }) => kind === 'DIVISION')?.code ?? NOWHERE;
  return policies.policyFor(area, parseIsoDate(today)).ages.householdRecords.value;
}

const ORDER = byDate<Resident>('birth_date', 'asc', ({ birthDate }) => birthDate);

/** Registered children within reach, the oldest first; a cancelled registration is no longer one. */
export function listResidents(
  context: LoaderContext,
  { division, ageFrom, ageTo, livesApartFromRegistration }: ResidentFilter,
  page: PageArgs,
): Promise<Connection<Resident>> {
  const { em, caller, today } = context;
  const { from: youngest, to: oldest } = toldAges(context);
  for (const age of [ageFrom, ageTo]) {
    if (age != null && (age < youngest || age > oldest))
      throw new HubError('BAD_USER_INPUT', `An age is between ${youngest} and ${oldest}.`);
  }
  const query = selectRows(em, ResidentEntity)
    .where(studentWithinReach(caller, sql.ref('resident.student_id'), today))
    .where(sql<boolean>`cancelled_on is null`)
    .where(isOfAge(ageFrom ?? youngest, ageTo ?? oldest, today))
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
