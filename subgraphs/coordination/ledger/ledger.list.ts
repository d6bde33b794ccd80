import { sql, type RawBuilder } from 'kysely';
import { parseIsoDate } from '../../../policies/iso-date.js';
import { policyClause } from '../../../policies/resolve-policy.js';
import { HubError } from '../../_kit/errors.js';
import type { LoaderContext } from '../../_kit/request-context.js';
import { connectionOf, pageRequest, type Connection, type PageArgs } from '../../_kit/schema/connection.js';
import { studentWithinReach } from '../../_kit/student/jurisdiction.js';
import { accountOf, type LedgerAccount } from './ledger-account.js';
import { findLedgerArea, holdsArea, type NamedArea } from './ledger-area.js';
import { isOnLedger } from './ledger-entries.js';
import { readLedgerLines, type LedgerLine } from './ledger-lines.js';
import { ledgerTitle } from './ledger-title.js';
import type { LedgerKind, LedgerScope } from './ledger.enums.js';

export interface LedgerRequest {
  readonly scope: LedgerScope;
  readonly code: string;
  readonly kind: LedgerKind;
}

export interface Ledger extends LedgerRequest {
  readonly title: string;
  readonly asOf: Date;
  /** By which documents it is kept: those of its kind and of its level. */
  readonly policyClauses: readonly string[];
  readonly runId: string | null;
  readonly area: NamedArea;
}

/** @throws {HubError} NOT_FOUND alike for an area that is not there and one that the caller's does not hold entirely */
export async function findLedger(
  { caller, overAllRows, registers, policies, today }: LoaderContext,
  { scope, code, kind }: LedgerRequest,
): Promise<Ledger> {
  const register = (await registers()).get('SCHOOL_AGE_REGISTER');
  if (!register) throw new HubError('NOT_FOUND');
  const { area, runId } = await overAllRows(async (db) => ({
    area: await findLedgerArea(db, { scope, code, county: register.division }),
    runId: await lastRun(db),
  }));
  if (!holdsArea(caller.jurisdiction, area)) throw new HubError('NOT_FOUND');
  const { ledgerKinds, ledgerScopes } = policies.policyFor(register.division, parseIsoDate(today));
  return {
    scope,
    code: area.code,
    kind,
    title: ledgerTitle(area, kind),
    policyClauses: [ledgerKinds[kind], ledgerScopes[scope]].flatMap((stated) =>
      stated ? [policyClause(stated)] : [],
    ),
    asOf: register.asOf,
    runId,
    area,
  };
}

/** The run by which the register stands. */
export async function lastRun(db: LoaderContext['db']): Promise<string | null> {
  const { rows } = await sql<{ runId: string }>`
    select run_id as "runId" from register_run order by started_at desc, run_id desc limit 1`.execute(db);
  return rows[0]?.runId ?? null;
}

/** Lines of children within reach: one statement, and one more to count. */
export async function listLedgerLines(
  { db, caller, today }: LoaderContext,
  { area, kind }: Ledger,
  page: PageArgs,
): Promise<Connection<LedgerLine>> {
  const { limit, after } = pageRequest(page, ['integer', 'text', 'text']);
  const reach = studentWithinReach(caller, sql.ref('entry.student_id'), today);
  const where: RawBuilder<unknown> = sql`${isOnLedger(area, kind)} and ${reach}`;
  const position = after && {
    number: Number(after[0]),
    name: String(after[1]),
    studentId: String(after[2]),
  };
  const lines = await readLedgerLines(db, where, { after: position, limit: limit + 1 });
  return connectionOf(lines, limit, ({ number, name, studentId }) => [number, name, studentId], count);

  async function count(): Promise<number> {
    const { rows } = await sql<{ count: number }>`
      select count(*)::int as count from school_age_entry entry where ${where}`.execute(db);
    return rows[0]?.count ?? 0;
  }
}

/** Over all rows of the area, which the caller's area was found to hold. */
export function ledgerAccount(
  { overAllRows }: LoaderContext,
  { area, kind }: Ledger,
): Promise<LedgerAccount> {
  return overAllRows((db) => accountOf(db, area, kind));
}
