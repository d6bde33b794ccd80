import { randomUUID } from 'node:crypto';
import { sql, type Kysely } from 'kysely';
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

const CLOSING: ReadonlySet<DispositionCode> = new Set<DispositionCode>(['COMPLETED', 'OVERAGE', 'DECEASED']);

const openCase = ({ memberIds }: DecidedChild) =>
  sql`student_id = any (${[...memberIds]}::text[]) and returned_on is null and closed_on is null`;

/**
 * Opens the case that a decision asks for, or takes up the one that is open (一生一案): one child has one.
 * @returns its number
 */
export async function takeUpCase(
  db: Db,
  child: DecidedChild,
  { townshipCode, schoolCode }: CasePlaces,
  { code, today }: { readonly code: DispositionCode; readonly today: string },
): Promise<string> {
  const isConfirmed = DISPOSITIONS[code].family === 'TRUE';
  const { rows } = await sql<{ caseNumber: string }>`
    update dropout_case set state = case when ${isConfirmed} and state in ('SUSPECTED', 'VERIFYING') then 'CONFIRMED' else state end
    where id = (select id from dropout_case where ${openCase(child)} order by opened_on desc, id desc limit 1)
    returning case_number as "caseNumber"`.execute(db);
  const [known] = rows;
  if (known) return known.caseNumber;
  const caseNumber = `HC${randomUUID()}`;
  // Why the child left is for the casework to find out.
  const reason = code === 'MISSING_REPORTED' ? 'MISSING' : 'OTHER';
  const wentToSchool = code !== 'CONFIRMED_NOT_ENROLLED' && schoolCode !== null;
  await sql`insert into dropout_case (student_id, case_number, state, reason, opened_on, township_code, school_code, basis)
    values (${child.id}, ${caseNumber}, ${isConfirmed ? 'CONFIRMED' : 'VERIFYING'}, ${reason}, ${today}::date,
      ${townshipCode}, ${wentToSchool ? schoolCode : null}, ${wentToSchool ? 'LEFT_SCHOOL' : 'NEVER_ENROLLED'})`.execute(
    db,
  );
  return caseNumber;
}

/** Ends the child's open cases by a decision that ends them (销号): a return is followed up, the rest is closed. */
export async function endCases(
  db: Db,
  child: DecidedChild,
  { code, today }: { readonly code: DispositionCode; readonly today: string },
): Promise<void> {
  if (DISPOSITIONS[code].family === 'IN_SCHOOL')
    await sql`update dropout_case set state = 'RETURNED', returned_on = ${today}::date where ${openCase(child)}`.execute(
      db,
    );
  else if (CLOSING.has(code))
    await sql`update dropout_case set state = 'CLOSED', closed_on = ${today}::date where ${openCase(child)}`.execute(
      db,
    );
}
