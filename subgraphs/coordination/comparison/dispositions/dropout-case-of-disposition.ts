import { randomUUID } from 'node:crypto';
import { sql, type Kysely } from 'kysely';
import type { CaseBasis } from '../../casework/casework.enums.js';
import { holdCasesOf } from '../../casework/hold-cases.js';
import { ENDING } from '../../casework/settle-cases.js';
import { DISPOSITIONS, type DispositionCode } from './dispositions.js';

type Db = Kysely<unknown>;

export interface DecidedChild {
  readonly id: string;
  readonly memberIds: readonly string[];
}

interface CasePlaces {
  /** 12 digits. */
  readonly townshipCode: string;
  readonly schoolCode: string | null;
}

const openCase = ({ memberIds }: DecidedChild) =>
  sql`student_id = any (${[...memberIds]}::text[]) and closed_on is null`;

/** Number of the child's open case; one that is followed up after a return is open. */
export async function openCaseOf(db: Db, child: DecidedChild): Promise<string | null> {
  const { rows } = await sql<{ caseNumber: string }>`
    select case_number as "caseNumber" from dropout_case where ${openCase(child)}
    order by opened_on desc, id desc limit 1 for update`.execute(db);
  return rows[0]?.caseNumber ?? null;
}

/** Whether a decision ends a case: by a return, which is followed up, or for good. */
export const endsCase = (code: DispositionCode): boolean =>
  DISPOSITIONS[code].family === 'IN_SCHOOL' || ENDING.has(code);

/** What a decision says of how the case came about; a school that nobody knows makes no child one who never had any. */
const BASIS: Partial<Record<DispositionCode, CaseBasis>> = {
  CONFIRMED_NOT_ENROLLED: 'NEVER_ENROLLED',
  CONFIRMED_DROPOUT: 'LEFT_SCHOOL',
  MISSING_REPORTED: 'TOLD_BY_AGENCY',
};

/** Whether a case of the child was confirmed and has not ended with a return or otherwise. */
export async function hasConfirmedCase(db: Db, child: DecidedChild): Promise<boolean> {
  const { rows } = await sql`select 1 from dropout_case
    where ${openCase(child)} and confirmed_on is not null and returned_on is null limit 1`.execute(db);
  return rows.length > 0;
}

/**
 * Opens the case that a decision asks for, or takes up the one that is open (一生一案): one child has one. Its state
 * follows with `settleCases`, once the decision stands on record.
 * @returns its number
 */
export async function takeUpCase(
  db: Db,
  child: DecidedChild,
  { townshipCode, schoolCode }: CasePlaces,
  { code, today }: { readonly code: DispositionCode; readonly today: string },
): Promise<string> {
  await holdCasesOf(db, child);
  const known = await openCaseOf(db, child);
  if (known !== null) return known;
  const caseNumber = `HC${randomUUID()}`;
  // Why the child left is for the casework to find out.
  const reason = code === 'MISSING_REPORTED' ? 'MISSING' : 'OTHER';
  const basis = BASIS[code] ?? 'FOUND_BY_SCREENING';
  await sql`insert into dropout_case (student_id, case_number, state, reason, opened_on, township_code, school_code, basis)
    values (${child.id}, ${caseNumber}, 'VERIFYING', ${reason}, ${today}::date,
      ${townshipCode}, ${basis === 'NEVER_ENROLLED' ? null : schoolCode}, ${basis})`.execute(db);
  return caseNumber;
}
