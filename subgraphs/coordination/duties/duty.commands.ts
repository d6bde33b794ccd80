import { sql } from 'kysely';
import { BODIES, type PolicyBody } from '../../../policies/bodies.js';
import { namesOf } from '../../../policies/policy-label.js';
import { parseIsoDate } from '../../../policies/iso-date.js';
import { isReason } from '../../_kit/command/reason.js';
import { runOnce } from '../../_kit/command/run-once.js';
import type { LoaderContext } from '../../_kit/request-context.js';
import { mutationError } from '../../_kit/schema/mutation-error.js';
import { isDivisionCode } from '../../_kit/schema/division-prefix.js';
import type { LabelledEnum } from '../../_kit/schema/label.js';
import { selectRows } from '../../_kit/select-rows.js';
import { actsFor } from './acting-bodies.js';
import { createDutyCalendar } from './duty-calendar.js';
import { dutyNode, idOfDuty, type DutyNode } from './duty-node.js';
import type { DutyOccurrence } from './duty-occurrences.js';
import { levelOf } from './duty-places.js';
import { placesWithinReach } from './duty-reach.js';
import { DutyRecordEntity, type DutyRecord } from './duty-record.entity.js';
import { ReturnDutyErrorEnum, SignOffDutyErrorEnum, SubmitDutyErrorEnum } from './duty.enums.js';
import type { ReturnDutyInput, SignOffDutyInput, SubmitDutyInput } from './duty.input.js';
import type { DutyPayload, ReturnDutyCode, SignOffDutyCode, SubmitDutyCode } from './duty.payload.js';
import { faultsOfSubmission } from './duty-submission.js';
import { submittedRecord } from './submitted-record.js';

function refusal<Code extends string>(codes: LabelledEnum<Code>) {
  return (code: Code, field: string | null): DutyPayload<Code> => ({
    duty: null,
    errors: [mutationError(codes, code, field)],
  });
}

/** Hands in what a body did for one of its duties. It counts as handed in today. */
export function submitDuty(
  context: LoaderContext,
  input: SubmitDutyInput,
): Promise<DutyPayload<SubmitDutyCode>> {
  return runOnce(context, { name: 'submitDuty', input }, async () => {
    const refuse = refusal(SubmitDutyErrorEnum);
    const { caller, today, em } = context;
    const occurrence = await findDuty(context, input.dutyId);
    if (!occurrence) return refuse('NOT_FOUND', 'dutyId');
    const { body, place, agency } = occurrence;
    if (!actsFor(caller, body, place, agency)) return refuse('NOT_YOUR_DUTY', 'dutyId');
    // A period of which not even the term is known can't be called closed.
    if (occurrence.opensOn !== null && today < occurrence.opensOn)
      return refuse(occurrence.period.length === today.length ? 'PERIOD_INVALID' : 'NOT_YET_OPEN', 'dutyId');
    const errors = faultsOfSubmission(input, today).map(({ code, field }) =>
      mutationError(SubmitDutyErrorEnum, code, field),
    );
    if (errors.length > 0) return { duty: null, errors };
    const id = idOfDuty(occurrence);
    const earlier = await lockRecord(context, id);
    if (earlier && earlier.lastStep !== 'RETURNED') return refuse('ALREADY_SUBMITTED', 'dutyId');
    if ((input.version ?? 0) !== (earlier?.version ?? 0)) return refuse('VERSION_STALE', 'version');
    const record = submittedRecord(occurrence, input, { today, by: caller.subject, earlier });
    if (earlier) await em.nativeUpdate(DutyRecordEntity, { id }, record);
    else await em.insert(DutyRecordEntity, record);
    return { duty: nodeOf(context, occurrence, record), errors: [] };
  });
}

/** Signs off what another body handed in, as the receiver that the policy names. */
export function signOffDuty(
  context: LoaderContext,
  input: SignOffDutyInput,
): Promise<DutyPayload<SignOffDutyCode>> {
  return runOnce(context, { name: 'signOffDuty', input }, async () => {
    const refuse = refusal(SignOffDutyErrorEnum);
    const received = await receive(context, input);
    if ('code' in received) return refuse(received.code, received.field);
    return keepStep(context, received, {
      lastStep: 'SIGNED_OFF',
      signedOffOn: context.today,
      signedOffBy: context.caller.subject,
    });
  });
}

/** Sends back what was handed in, with the reason; the body hands it in again, and keeps the day of the first time. */
export function returnDuty(
  context: LoaderContext,
  input: ReturnDutyInput,
): Promise<DutyPayload<ReturnDutyCode>> {
  return runOnce(context, { name: 'returnDuty', input }, async () => {
    const refuse = refusal(ReturnDutyErrorEnum);
    if (!isReason(input.reason)) return refuse('TEXT_INVALID', 'reason');
    const received = await receive(context, input);
    if ('code' in received) return refuse(received.code, received.field);
    const step = { on: context.today, by: context.caller.subject, reason: input.reason.trim() };
    return keepStep(context, received, {
      lastStep: 'RETURNED',
      returns: [...received.record.returns, step],
    });
  });
}

interface Received {
  readonly occurrence: DutyOccurrence;
  readonly record: DutyRecord;
}

/** What the caller may sign off or send back, locked; or why it may not. */
async function receive(
  context: LoaderContext,
  { dutyId, version }: SignOffDutyInput,
): Promise<Received | { readonly code: SignOffDutyCode; readonly field: string }> {
  const { caller } = context;
  const occurrence = await findDuty(context, dutyId);
  if (!occurrence) return { code: 'NOT_FOUND', field: 'dutyId' };
  const { body, agency, signers, place } = occurrence;
  if (!signers.some((signer) => actsFor(caller, signer, place)))
    return { code: 'NOT_RECEIVER', field: 'dutyId' };
  const record = await lockRecord(context, idOfDuty(occurrence));
  if (record?.lastStep !== 'SUBMITTED') return { code: 'NOT_SUBMITTED', field: 'dutyId' };
  // The bureau is a member unit too, and signs off nothing of its own as such.
  if (record.submittedBy === caller.subject || actsFor(caller, body, place, agency))
    return { code: 'OWN_RECORD', field: 'dutyId' };
  if (record.version !== version) return { code: 'VERSION_STALE', field: 'version' };
  return { occurrence, record };
}

async function keepStep(
  context: LoaderContext,
  { occurrence, record }: Received,
  step: Partial<DutyRecord>,
): Promise<{ duty: DutyNode; errors: [] }> {
  const change = { ...step, version: record.version + 1 };
  await context.em.nativeUpdate(DutyRecordEntity, { id: record.id }, change);
  return { duty: nodeOf(context, occurrence, { ...record, ...change }), errors: [] };
}

const DUTY_ID = /^([a-z][A-Za-z0-9]*):([0-9A-Z-]{4,11}):([A-Z_]+):([0-9A-Za-z-]{2,64})(?::([a-z-]{3,32}))?$/;

/** A duty by its id, at a place within the caller's reach. */
async function findDuty(context: LoaderContext, dutyId: string): Promise<DutyOccurrence | undefined> {
  const [, duty = '', period = '', bodyCode = '', placeCode = '', agency = null] = DUTY_ID.exec(dutyId) ?? [];
  const body: PolicyBody | undefined = namesOf(BODIES).find((name) => name === bodyCode);
  const level = body && levelOf(body);
  if (!body || !level || (level !== 'SCHOOL' && !isDivisionCode(placeCode))) return undefined;
  const places = await placesWithinReach(
    context,
    level === 'SCHOOL' ? { school: placeCode } : { division: placeCode },
  );
  const place = places.find(({ kind, code }) => kind === level && code === placeCode);
  const today = parseIsoDate(context.today);
  return place && createDutyCalendar(context.policies, today).find({ duty, body, agency, place, period });
}

/** Two officers of one body who hand in at the same moment wait for each other, whether there is a row or not. */
export async function lockRecord({ db, em }: LoaderContext, id: string): Promise<DutyRecord | undefined> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`duty ${id}`}, 0))`.execute(db);
  return selectRows(em, DutyRecordEntity).where('id', '=', id).executeTakeFirst();
}

function nodeOf({ today }: LoaderContext, occurrence: DutyOccurrence, record: DutyRecord): DutyNode {
  return dutyNode(occurrence, record, parseIsoDate(today));
}
