import { sql, type Kysely, type RawBuilder } from 'kysely';
import { CHANGE_FEED_ORIGIN } from '../register/student-scopes.js';
import { digitsBelow, isOnLedger, isPlacedIn, isUndecided, type LedgerArea } from './ledger-entries.js';
import {
  ResidencePlaceEnum,
  StudyPlaceEnum,
  type LedgerKind,
  type ResidencePlace,
  type StudyPlace,
} from './ledger.enums.js';

export interface ResidenceTotal {
  readonly place: ResidencePlace;
  /** Cut by level; null outside the county and where nothing is known. */
  readonly divisionCode: string | null;
  readonly children: number;
}

export interface StudyTotal {
  readonly place: StudyPlace;
  readonly schoolCode: string | null;
  readonly schoolName: string | null;
  readonly children: number;
}

/** What a ledger adds up to. */
export interface LedgerAccount {
  /** Children, each once, whether or not they have a line. */
  readonly universe: number;
  readonly undecided: number;
  readonly byResidence: readonly ResidenceTotal[];
  readonly byStudy: readonly StudyTotal[];
  readonly isReconciled: boolean;
}

type Counted = Omit<LedgerAccount, 'isReconciled'>;

/**
 * Counts a ledger three ways in one statement, so that all see the same run: its children, its lines by residence, and
 * its lines by place of study. A child with two lines, and one that a register puts here and that has none, are in the
 * first count and not, or otherwise, in the other two.
 * @param db sees all rows
 */
export async function accountOf(
  db: Kysely<unknown>,
  area: LedgerArea,
  kind: LedgerKind,
): Promise<LedgerAccount> {
  const lines = sql`school_age_entry entry where ${isOnLedger(area, kind)}`;
  const { rows } = await sql<Counted>`select
    (select count(distinct coalesce(link.canonical_id collate "C", entry.student_id))::int
        from school_age_entry entry left join student_link link on link.member_id = entry.student_id
        where ${isOnLedger(area, kind)})
      + ${childrenWithoutLine(area, kind)} as universe,
    (select count(*)::int from school_age_entry entry where ${isUndecided(area, kind)}) as undecided,
    coalesce((select jsonb_agg(total order by ${inOrderOf(ResidencePlaceEnum)}, total."divisionCode") from (
      select ${residencePlace(area)} as place, ${residenceCode(area)} as "divisionCode", count(*)::int as children
      from ${lines} group by 1, 2) total), '[]') as "byResidence",
    coalesce((select jsonb_agg(total order by ${inOrderOf(StudyPlaceEnum)}, total."schoolCode") from (
      select ${STUDY_PLACE} as place, ${ofSchool('school_code')} as "schoolCode",
        max(${ofSchool('school_name')}) as "schoolName", count(*)::int as children
      from ${lines} group by 1, 2) total), '[]') as "byStudy"`.execute(db);
  const [counted] = rows;
  if (!counted) throw new Error('A count without a row.');
  return { ...counted, isReconciled: isReconciled(counted) };
}

/** Whether both breakdowns add up to the children themselves. */
export function isReconciled({
  universe,
  byResidence,
  byStudy,
}: Pick<Counted, 'universe' | 'byResidence' | 'byStudy'>): boolean {
  return [byResidence, byStudy].every((totals) => sumOf(totals) === universe);
}

export function sumOf(totals: readonly { readonly children: number }[]): number {
  return totals.reduce((sum, { children }) => sum + children, 0);
}

/**
 * How many children some register puts in the area that have no line anywhere. Nothing else is known of them, so only
 * the ledger of all children misses them; those of whom the latest run does not know yet are not missed. The difference of two sets: looking up each one takes three times as long.
 */
function childrenWithoutLine(area: LedgerArea, kind: LedgerKind): RawBuilder<number> {
  if (kind !== 'SCHOOL_AGE_CHILDREN') return sql<number>`0`;
  return sql<number>`(select count(*)::int from (
    select place.canonical_id collate "C" from student_scope place
    where ${isPlacedIn(area)} and place.origin <> ${CHANGE_FEED_ORIGIN}
    except select student_id from school_age_entry) missed)`;
}

function inOrderOf({ values }: { readonly values: readonly string[] }): RawBuilder<number> {
  return sql<number>`array_position(${values}::text[], total.place)`;
}

function residencePlace({ county }: LedgerArea): RawBuilder<ResidencePlace> {
  return sql<ResidencePlace>`case when starts_with(entry.residence_division_code, ${county}) then 'DIVISION'
    when entry.residence_division_code is not null or entry.residence_source is not null then 'OUTSIDE_COUNTY'
    else 'UNKNOWN' end`;
}

function residenceCode({ county, scope }: LedgerArea): RawBuilder<string | null> {
  return sql<string | null>`case when starts_with(entry.residence_division_code, ${county})
    then left(entry.residence_division_code, ${sql.lit(digitsBelow(scope))}) end`;
}

/** The order is the rule: who is out of scope is excluded, wherever its papers lie, and a dropout studies nowhere. */
const STUDY_PLACE = sql<StudyPlace>`case
  when entry.standing in ('OUT_OF_SCOPE', 'NOT_YET_COMPULSORY') then 'EXCLUDED'
  when entry.standing = 'OUT_OF_SCHOOL' then 'NOT_STUDYING'
  when entry.school_code is not null then 'SCHOOL'
  when entry.standing = 'IN_SCHOOL' then 'ELSEWHERE'
  when entry.standing = 'APPROVED_ABSENCE' then 'NOT_STUDYING'
  else 'NOT_VERIFIED' end`;

function ofSchool(column: string): RawBuilder<string | null> {
  return sql<string | null>`case when ${STUDY_PLACE} = 'SCHOOL' then ${sql.ref(`entry.${column}`)} end`;
}
