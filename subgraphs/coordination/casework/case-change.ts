import { sql } from 'kysely';
import { parseIsoDate } from '../../../policies/iso-date.js';
import { runOnce, type Command } from '../../_kit/command/run-once.js';
import { advanceRegister, changeOf } from '../../_kit/changes/advance-register.js';
import type { LoaderContext } from '../../_kit/request-context.js';
import { mutationError } from '../../_kit/schema/mutation-error.js';
import { selectRows } from '../../_kit/select-rows.js';
import { asService } from '../../_kit/student/as-service.js';
import type { StudentIdentity } from '../../_kit/student/student-identity.js';
import { countyOf } from '../comparison/run/request-run.js';
import { CaseErrorEnum, type CaseErrorCode } from './case-commands.enums.js';
import type { CasePayload } from './case-commands.type.js';
import { DropoutCaseEntity, type DropoutCase } from './dropout-case.entity.js';
import { holdCasesOf } from './hold-cases.js';
import { settleCases } from './settle-cases.js';
import { carries } from './who-carries.js';

/** What is kept of a command: a number and codes, no record of a child. */
export interface CaseOutcome {
  readonly caseNumber: string | null;
  readonly errors: CasePayload['errors'];
}

interface CaseCommand extends Command {
  readonly input: Command['input'] & { readonly caseNumber: string; readonly expectedVersion: number };
  /** Day of which the fact speaks; null for what holds from today on, of which a closed case has no need. */
  readonly factOn: string | null;
}

/** What a mutation is given: the case, which waits for nobody else, and its child. */
export interface CaseInHand {
  readonly found: DropoutCase;
  readonly child: StudentIdentity;
}

type Refusal = readonly [code: CaseErrorCode, field: string];

/**
 * Records one fact about a case. The case is locked and its version compared; what follows from the fact is derived in
 * the same transaction. Of a closed case it has to speak of a day while it was open: whoever writes a visit up two days
 * later may do so, and the case stays closed unless the fact says otherwise.
 *
 * @param record stores the fact, or says why it can't be
 */
export async function changeCase(
  context: LoaderContext,
  command: CaseCommand,
  record: (inHand: CaseInHand) => Promise<Refusal | null>,
): Promise<CasePayload> {
  const { caseNumber, expectedVersion } = command.input;
  const outcome = await runOnce(context, command, async () => {
    const named = await caseOf(context, caseNumber).executeTakeFirst();
    const child = named && (await context.students.load(named.studentId));
    if (!child) return refusal('NOT_FOUND', 'caseNumber');
    // A late fact may open a closed case again.
    await holdCasesOf(context.db, child);
    const found = await caseOf(context, caseNumber).forUpdate().executeTakeFirst();
    if (!found) return refusal('NOT_FOUND', 'caseNumber');
    if (!carries(context.caller, found)) return refusal('OTHER_TOWNSHIP', 'caseNumber');
    if (found.version !== expectedVersion) return refusal('STALE_VERSION', 'expectedVersion');
    if (!isWhileOpen(found, command.factOn)) return refusal('CLOSED', 'caseNumber');
    const refused = await record({ found, child });
    if (refused) return refusal(...refused);
    await sql`update dropout_case set version = version + 1 where id = ${found.id}`.execute(context.db);
    await settleChild(context, child);
    return { caseNumber, errors: [] };
  });
  return payloadOf(context, outcome);
}

const caseOf = ({ em }: Pick<LoaderContext, 'em'>, caseNumber: string) =>
  selectRows(em, DropoutCaseEntity).where('case_number', '=', caseNumber);

/** The day on which a next case took its place belongs to that one. */
export function isWhileOpen(
  { closedOn, closedBy }: Pick<DropoutCase, 'closedOn' | 'closedBy'>,
  day: string | null,
): boolean {
  if (closedOn == null) return true;
  if (day === null) return false;
  return closedBy === 'NEXT_CASE' ? day < closedOn : day <= closedOn;
}

/** Derives what follows for all cases of a child, and tells the change feed. To be called last. */
export async function settleChild(context: LoaderContext, child: StudentIdentity): Promise<void> {
  const { db, policies, today } = context;
  const policy = policies.policyFor(await countyOf(db), parseIsoDate(today));
  await asService(context, () => settleCases(db, child.memberIds, policy));
  await advanceRegister(context, 'CASEWORK', changeOf(child.id, today));
}

export function refusal(code: CaseErrorCode, field: string): CaseOutcome {
  return { caseNumber: null, errors: [mutationError(CaseErrorEnum, code, field)] };
}

export async function payloadOf(
  { em }: LoaderContext,
  { caseNumber, errors }: CaseOutcome,
): Promise<CasePayload> {
  if (caseNumber === null) return { case: null, errors };
  const found = await selectRows(em, DropoutCaseEntity)
    .where('case_number', '=', caseNumber)
    .executeTakeFirst();
  return { case: found ?? null, errors };
}
