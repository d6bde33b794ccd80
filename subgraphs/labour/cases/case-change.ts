import { advanceRegister, changeOf } from '../../_kit/changes/advance-register.js';
import { recordedFacts } from '../../_kit/command/recorded-facts.js';
import { runOnce, type Command } from '../../_kit/command/run-once.js';
import type { LoaderContext } from '../../_kit/request-context.js';
import { mutationError } from '../../_kit/schema/mutation-error.js';
import { selectRows } from '../../_kit/select-rows.js';
import { assertLabourOfficer } from '../labour-officer.js';
import type { LabourRegister } from '../registers.js';
import { ChildLabourCaseErrorEnum } from './case-commands.enums.js';
import type { ChildLabourCasePayload } from './case-commands.type.js';
import type { Refusal } from './case-step-faults.js';
import { ChildLabourCaseEntity, type ChildLabourCase } from './child-labour-case.entity.js';

export const CASES: LabourRegister = 'CHILD_LABOUR_CASES';

/** What is kept of a command: a number and codes, no record of a child. */
export interface CaseOutcome {
  readonly caseNumber: string | null;
  readonly errors: ChildLabourCasePayload['errors'];
}

interface CaseCommand extends Command {
  readonly input: Command['input'] & { readonly caseNumber: string; readonly expectedVersion: number };
}

/**
 * Records one step of a case, which is locked and its version compared.
 *
 * @param fault says why it can't be recorded
 * @param facts columns that it fills; no import empties them (see `recorded` of the list)
 */
export async function recordStep(
  context: LoaderContext,
  command: CaseCommand,
  {
    fault,
    facts,
  }: {
    readonly fault: (found: ChildLabourCase) => Refusal | null;
    readonly facts: Partial<ChildLabourCase>;
  },
): Promise<ChildLabourCasePayload> {
  const { em, students, caller } = context;
  assertLabourOfficer(caller);
  const { caseNumber, expectedVersion } = command.input;
  const outcome = await runOnce(context, command, async () => {
    const found = await selectRows(em, ChildLabourCaseEntity)
      .where('case_number', '=', caseNumber)
      .forUpdate()
      .executeTakeFirst();
    if (!found || !(await students.load(found.studentId))) return refusal('NOT_FOUND', 'caseNumber');
    if (found.version !== expectedVersion) return refusal('STALE_VERSION', 'expectedVersion');
    const refused = fault(found);
    if (refused) return refusal(...refused);
    await em.nativeUpdate(
      ChildLabourCaseEntity,
      { id: found.id },
      {
        ...facts,
        version: found.version + 1,
        recorded: { ...found.recorded, ...recordedFacts(context, ChildLabourCaseEntity, facts) },
      },
    );
    await advanceRegister(context, CASES, changeOf(found.studentId));
    return { caseNumber, errors: [] };
  });
  return payloadOf(context, outcome);
}

export function refusal(...[code, field]: Refusal): CaseOutcome {
  return { caseNumber: null, errors: [mutationError(ChildLabourCaseErrorEnum, code, field)] };
}

export async function payloadOf(
  { em }: LoaderContext,
  { caseNumber, errors }: CaseOutcome,
): Promise<ChildLabourCasePayload> {
  if (caseNumber === null) return { case: null, errors };
  const found = await selectRows(em, ChildLabourCaseEntity)
    .where('case_number', '=', caseNumber)
    .executeTakeFirst();
  return { case: found ?? null, errors };
}
