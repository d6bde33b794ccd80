import { advanceRegister, changeOf } from '../../_kit/changes/advance-register.js';
import { runOnce, type Command } from '../../_kit/command/run-once.js';
import type { LoaderContext } from '../../_kit/request-context.js';
import { mutationError } from '../../_kit/schema/mutation-error.js';
import { selectRows } from '../../_kit/select-rows.js';
import { answeringOffices, isAmong, ownOffices } from './referral-bodies.js';
import { isOpen, referralState } from './referral-course.js';
import { ReferralEntity, type Referral } from './referral.entity.js';
import { ReferralErrorEnum, type ReferralErrorCode, type ReferralState } from './referral.enums.js';
import type { ReferralPayload } from './referral.type.js';

/** What is kept of a command: a number and codes, no record of a child. */
export interface RecordedReferral {
  readonly referralNumber: string | null;
  readonly errors: ReferralPayload['errors'];
}

interface ReferralCommand extends Command {
  readonly input: Command['input'] & { readonly referralNumber: string; readonly expectedVersion: number };
}

interface Step {
  /** Whose it is to take. */
  readonly by: 'SENDER' | 'RECEIVER';
  /** From which states of those in which nobody has ended it. */
  readonly from: readonly ReferralState[];
  /** What is kept of it. */
  readonly fact: Partial<Referral>;
}

/** Records one fact about a referral that nobody has ended yet. It is locked and its version compared. */
export async function changeReferral(
  context: LoaderContext,
  command: ReferralCommand,
  { by, from, fact }: Step,
): Promise<ReferralPayload> {
  const { em, caller, today } = context;
  const { referralNumber, expectedVersion } = command.input;
  const outcome = await runOnce(context, command, async () => {
    const found = await selectRows(em, ReferralEntity)
      .where('referral_number', '=', referralNumber)
      .forUpdate()
      .executeTakeFirst();
    const child = found && (await context.students.load(found.studentId));
    if (!found || !child) return refusal('NOT_FOUND', 'referralNumber');
    if (by === 'RECEIVER' && !isAmong(answeringOffices(caller), found.toBody, found.toCode))
      return refusal('NOT_RECEIVER', 'referralNumber');
    if (by === 'SENDER' && !isAmong(ownOffices(caller), found.fromBody, found.fromCode))
      return refusal('NOT_SENDER', 'referralNumber');
    if (found.version !== expectedVersion) return refusal('STALE_VERSION', 'expectedVersion');
    const state = referralState(found);
    if (!isOpen(state)) return refusal('ENDED', 'referralNumber');
    if (!from.includes(state)) return refusal('ACCEPTED_ALREADY', 'referralNumber');
    const change = { ...fact, version: found.version + 1 };
    await em.nativeUpdate(ReferralEntity, { referralNumber }, change);
    await advanceRegister(context, 'CASEWORK', changeOf(child.id, today));
    return { referralNumber, errors: [] };
  });
  return payloadOf(context, outcome);
}

export function refusal(code: ReferralErrorCode, field: string): RecordedReferral {
  return { referralNumber: null, errors: [mutationError(ReferralErrorEnum, code, field)] };
}

export async function payloadOf(
  { em }: LoaderContext,
  { referralNumber, errors }: RecordedReferral,
): Promise<ReferralPayload> {
  if (referralNumber === null) return { referral: null, errors };
  const found = await selectRows(em, ReferralEntity)
    .where('referral_number', '=', referralNumber)
    .executeTakeFirst();
  return { referral: found ?? null, errors };
}
