import { parseIsoDate } from '../../../../policies/iso-date.js';
import { runOnce } from '../../../_kit/command/run-once.js';
import type { LoaderContext } from '../../../_kit/request-context.js';
import { mutationError } from '../../../_kit/schema/mutation-error.js';
import { selectRows } from '../../../_kit/select-rows.js';
import { reachesDivision } from '../../../_kit/student/jurisdiction.js';
import { isDocumentNumber } from '../document-number.js';
import { FollowUpEntity, type FollowUp } from './follow-up.entity.js';
import { InspectionEntity } from './inspection.entity.js';
import { MeetingEntity } from './meeting.entity.js';
import { CompleteFollowUpErrorEnum, type FollowUpOrigin } from './supervision.enums.js';
import type { CompleteFollowUpInput } from './supervision.input.js';
import { shownFollowUp } from './supervision.list.js';
import type { CompleteFollowUpCode, CompleteFollowUpPayload } from './supervision.payload.js';

/** Records that a decision or a finding was seen to; the office in whose area it was recorded follows it up. */
export function completeFollowUp(
  context: LoaderContext,
  origin: FollowUpOrigin,
  input: CompleteFollowUpInput,
): Promise<CompleteFollowUpPayload> {
  return runOnce(context, { name: `complete ${origin}`, input }, async () => {
    const { em, today, caller } = context;
    const refuse = (code: CompleteFollowUpCode, field: string) => ({
      followUp: null,
      errors: [mutationError(CompleteFollowUpErrorEnum, code, field)],
    });
    const found = await selectRows(em, FollowUpEntity)
      .where('id', '=', input.followUpId)
      .where('origin', '=', origin)
      .forUpdate()
      .executeTakeFirst();
    if (!found) return refuse('NOT_FOUND', 'followUpId');
    const recorded = await originOf(context, found);
    if (!recorded || !reachesDivision(caller, recorded.divisionCode))
      return refuse('OTHER_OFFICE', 'followUpId');
    if (found.doneOn !== null) return refuse('ALREADY_DONE', 'followUpId');
    if (input.doneOn < recorded.on || input.doneOn > today) return refuse('DATE_INVALID', 'doneOn');
    if (!isDocumentNumber(input.documentNumber)) return refuse('NUMBER_INVALID', 'documentNumber');
    const change = {
      doneOn: input.doneOn,
      doneBy: caller.subject,
      documentNumber: input.documentNumber.trim(),
    };
    await em.nativeUpdate(FollowUpEntity, { id: found.id }, change);
    return { followUp: shownFollowUp({ ...found, ...change }, parseIsoDate(today)), errors: [] };
  });
}

/** The meeting or inspection of a follow-up: where, and on which day. Undefined when the caller doesn't see it. */
async function originOf(
  { em }: LoaderContext,
  { origin, originId }: FollowUp,
): Promise<{ readonly divisionCode: string; readonly on: string } | undefined> {
  if (origin === 'MEETING') {
    const meeting = await selectRows(em, MeetingEntity).where('id', '=', originId).executeTakeFirst();
    return meeting && { divisionCode: meeting.divisionCode, on: meeting.heldOn };
  }
  const inspection = await selectRows(em, InspectionEntity).where('id', '=', originId).executeTakeFirst();
  return inspection && { divisionCode: inspection.divisionCode, on: inspection.inspectedOn };
}
