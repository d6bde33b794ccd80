import { sql, type Kysely, type RawBuilder } from 'kysely';
import type { FocusGroup } from '../standing/focus-group.enum.js';
import type { Standing, StandingBasis } from '../standing/standing.enums.js';

/** One child on a ledger. */
export interface LedgerLine {
  /** Place in the list, from 1. */
  readonly number: number;
  readonly studentId: string;
  readonly name: string;
  readonly sex: 'MALE' | 'FEMALE';
  /** YYYY-MM-DD. */
  readonly birthDate: string;
  readonly maskedResidentIdNumber: string | null;
  readonly registeredDivisionCode: string | null;
  readonly residenceDivisionCode: string | null;
  readonly schoolCode: string | null;
  readonly schoolName: string | null;
  readonly classCode: string | null;
  readonly className: string | null;
  readonly grade: number | null;
  readonly standing: Standing;
  readonly standingBasis: StandingBasis;
  /** YYYY-MM-DD. */
  readonly standingSince: string | null;
  readonly focusGroups: readonly FocusGroup[];
}

/** The line before a page. */
export interface LedgerPosition {
  readonly number: number;
  readonly name: string;
  readonly studentId: string;
}

/** Lines in order of name (pinyin), then of id. @param where SQL over `school_age_entry entry` */
export async function readLedgerLines(
  db: Kysely<unknown>,
  where: RawBuilder<unknown>,
  { after, limit }: { readonly after: LedgerPosition | undefined; readonly limit: number },
): Promise<LedgerLine[]> {
  const behind = after
    ? sql`and (entry.name, entry.student_id) > (${after.name}, ${after.studentId})`
    : sql``;
  const { rows } = await sql<Omit<LedgerLine, 'number'>>`
    select entry.student_id as "studentId", entry.name, entry.sex, entry.birth_date::text as "birthDate",
      entry.masked_resident_id_number as "maskedResidentIdNumber",
      entry.registered_division_code as "registeredDivisionCode",
      entry.residence_division_code as "residenceDivisionCode", entry.school_code as "schoolCode",
      entry.school_name as "schoolName", entry.class_code as "classCode",
      entry.class_name as "className", entry.grade, entry.standing,
      entry.standing_basis as "standingBasis", entry.standing_since::text as "standingSince",
      entry.focus_groups as "focusGroups"
    from school_age_entry entry where ${where} ${behind}
    order by entry.name, entry.student_id limit ${limit}`.execute(db);
  const before = after?.number ?? 0;
  return rows.map((row, index) => ({ number: before + index + 1, ...row }));
}

/** Open discrepancies of each child, in the order of the ids. */
export async function countOpenDiscrepancies(
  db: Kysely<unknown>,
  studentIds: readonly string[],
): Promise<number[]> {
  const { rows } = await sql<{ studentId: string; open: number }>`
    select student_id as "studentId", count(*)::int as open from discrepancy
    where student_id = any (${studentIds}::text[]) and state = 'OPEN' group by 1`.execute(db);
  const open = new Map(rows.map((row) => [row.studentId, row.open]));
  return studentIds.map((id) => open.get(id) ?? 0);
}
