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
import { settleCases } from './settle-cases.js';
import { carries } from './who-carries.js';

/** What is kept of a command: a number and codes, no record of a child. */
export interface CaseOutcome {
  readonly caseNumber: string | null;
  readonly errors: CasePayload['errors'];
}

interface CaseCommand extends Command {
  readonly input: Command['input'] & { readonly caseNumber: string; readonly expectedVersion: number };
}

/** What a mutation is given: the case, which waits for nobody else, and its child. */
export interface CaseInHand {
  readonly found: DropoutCase;
  readonly child: StudentIdentity;
}

type Refusal = readonly [code: CaseErrorCode, field: string];

/**
 * Records one fact about a case. The case is locked and its version compared; what follows from the fact is derived in
 * the same transaction.
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
    const found = await selectRows(context.em, DropoutCaseEntity)
      .where('case_number', '=', caseNumber)
      .forUpdate()
      .executeTakeFirst();
    const child = found && (await context.students.load(found.studentId));
    if (!found || !child) return refusal('NOT_FOUND', 'caseNumber');
    if (!carries(context.caller, found)) return refusal('OTHER_TOWNSHIP', 'caseNumber');
    if (found.version !== expectedVersion) return refusal('STALE_VERSION', 'expectedVersion');
    if (found.closedOn !== null) return refusal('CLOSED', 'caseNumber');
    const refused = await record({ found, child });
    if (refused) return refusal(...refused);
    await sql`update dropout_case set version = version + 1 where id = ${found.id}`.execute(context.db);
    await settleChild(context, child);
    return { caseNumber, errors: [] };
  });
  return payloadOf(context, outcome);
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
