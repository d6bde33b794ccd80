import { sql, type Kysely } from 'kysely';
import { DIGITS_OF_LEVEL } from '../../_kit/schema/division-prefix.js';
import type { StudentIdentity } from '../../_kit/student/student-identity.js';
import type { Body } from '../casework/body.enums.js';
import { countyOf } from '../comparison/run/request-run.js';
import type { ReferralOffice } from './referral-bodies.js';
import { OPEN_REFERRAL } from './referral.list.js';

type Db = Kysely<unknown>;

type Place = 'TOWNSHIP' | 'VILLAGE' | 'SCHOOL';

/** Where a body has one office for each place; of any other there is one in the county. */
const OFFICE_AT: Partial<Readonly<Record<Body, Place>>> = {
  TOWNSHIP: 'TOWNSHIP',
  EDUCATION_OFFICE: 'TOWNSHIP',
  PLANNING: 'TOWNSHIP',
  VILLAGE: 'VILLAGE',
  SCHOOL: 'SCHOOL',
};

/** The office of a body that answers for a child: of the county, else where the child lives or studies; null if unknown. */
export async function officeFor(
  db: Db,
  { memberIds }: StudentIdentity,
  body: Body,
): Promise<ReferralOffice | null> {
  const place = OFFICE_AT[body];
  if (place === undefined) return { body, code: null };
  const { rows } = await sql<Readonly<Record<Place, string | null>>>`
    select left(entry.counted_division_code, ${sql.lit(DIGITS_OF_LEVEL.TOWNSHIP)}) as "TOWNSHIP",
      home.code as "VILLAGE", site.code as "SCHOOL"
    from school_age_entry entry
      left join division home on home.code = entry.counted_division_code and home.level = 'VILLAGE'
      left join school_site site on site.code = entry.school_code
    where entry.student_id = any (${[...memberIds]}::text[]) limit 1`.execute(db);
  const code = rows[0]?.[place] ?? null;
  if (code === null || (place !== 'SCHOOL' && !code.startsWith(await countyOf(db)))) return null;
  return { body, code };
}

/** A case of the child that is not closed. */
export async function findOpenCase(
  db: Db,
  { memberIds }: StudentIdentity,
  caseNumber: string,
): Promise<{ readonly townshipCode: string } | undefined> {
  const { rows } = await sql<{ townshipCode: string }>`
    select township_code as "townshipCode" from dropout_case
    where case_number = ${caseNumber} and student_id = any (${[...memberIds]}::text[]) and closed_on is null`.execute(
    db,
  );
  return rows[0];
}

/** Whether the same was referred to the same office, which has not ended it. */
export async function isOpenAlready(
  db: Db,
  { memberIds }: StudentIdentity,
  { body, code }: ReferralOffice,
  reason: string,
): Promise<boolean> {
  const { rows } = await sql`select from referral
    where student_id = any (${[...memberIds]}::text[]) and reason = ${reason} and to_body = ${body}
      and to_code is not distinct from ${code}::text and ${OPEN_REFERRAL} limit 1`.execute(db);
  return rows.length > 0;
}
