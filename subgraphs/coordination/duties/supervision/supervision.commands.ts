import { randomUUID } from 'node:crypto';
import { runOnce } from '../../../_kit/command/run-once.js';
import type { LoaderContext } from '../../../_kit/request-context.js';
import { mutationError } from '../../../_kit/schema/mutation-error.js';
import { selectRows } from '../../../_kit/select-rows.js';
import type { DutyPlace } from '../duty-places.js';
import { placesWithinReach } from '../duty-reach.js';
import { AccountabilityRecordEntity } from './accountability.entity.js';
import { FollowUpEntity } from './follow-up.entity.js';
import { handInOpening } from './opened-term.js';
import { InspectionEntity } from './inspection.entity.js';
import { MeetingEntity } from './meeting.entity.js';
import {
  RecordAccountabilityErrorEnum,
  RecordInspectionErrorEnum,
  RecordMeetingErrorEnum,
  type FollowUpOrigin,
} from './supervision.enums.js';
import { faultsOfAccountability, faultsOfInspection, faultsOfMeeting } from './supervision-faults.js';
import type {
  FollowUpInput,
  RecordAccountabilityInput,
  RecordInspectionInput,
  RecordMeetingInput,
} from './supervision.input.js';
import type {
  RecordAccountabilityPayload,
  RecordInspectionPayload,
  RecordMeetingPayload,
} from './supervision.payload.js';

export function recordMeeting(
  context: LoaderContext,
  input: RecordMeetingInput,
): Promise<RecordMeetingPayload> {
  return runOnce(context, { name: 'recordMeeting', input }, async () => {
    const errors = faultsOfMeeting(input, context.today).map(({ code, field }) =>
      mutationError(RecordMeetingErrorEnum, code, field),
    );
    const places = await placesWithinReach(context, {});
    const place = places.find(
      ({ kind, code }) => code === input.division && (kind === 'COUNTY' || kind === 'TOWNSHIP'),
    );
    const targets = targetsOf(input.decisions, place, places);
    if (!place) errors.push(mutationError(RecordMeetingErrorEnum, 'PLACE_NOT_FOUND', 'division'));
    else if (!targets) errors.push(mutationError(RecordMeetingErrorEnum, 'PLACE_NOT_FOUND', 'decisions'));
    if (errors.length > 0 || !place || !targets) return { meeting: null, errors };
    const meeting = {
      id: randomUUID(),
      kind: input.kind,
      heldOn: input.heldOn,
      divisionCode: place.code,
      bodies: [...new Set(input.bodies)],
      minutesNumber: input.minutesNumber.trim(),
    };
    await context.em.insert(MeetingEntity, { ...meeting, recordedBy: context.caller.subject });
    await handInOpening(context, meeting, place);
    await keepFollowUps(context, { origin: 'MEETING', originId: meeting.id }, input.decisions, targets);
    return { meeting, errors: [] };
  });
}

export function recordInspection(
  context: LoaderContext,
  input: RecordInspectionInput,
): Promise<RecordInspectionPayload> {
  return runOnce(context, { name: 'recordInspection', input }, async () => {
    const errors = faultsOfInspection(input, context.today).map(({ code, field }) =>
      mutationError(RecordInspectionErrorEnum, code, field),
    );
    const places = await placesWithinReach(context, {});
    const place = places.find(({ kind, code }) => kind === input.placeKind && code === input.placeCode);
    const targets = targetsOf(input.findings, place, places);
    if (!place) errors.push(mutationError(RecordInspectionErrorEnum, 'PLACE_NOT_FOUND', 'placeCode'));
    else if (!targets) errors.push(mutationError(RecordInspectionErrorEnum, 'PLACE_NOT_FOUND', 'findings'));
    if (errors.length > 0 || !place || !targets) return { inspection: null, errors };
    const inspection = {
      id: randomUUID(),
      kind: input.kind,
      mode: input.mode,
      inspectedOn: input.inspectedOn,
      placeKind: place.kind,
      placeCode: place.code,
      placeName: place.name,
      checkedData: input.checkedData,
      noticeNumber: input.noticeNumber?.trim() ?? null,
    };
    const { divisionCode } = place;
    await context.em.insert(InspectionEntity, {
      ...inspection,
      divisionCode,
      recordedBy: context.caller.subject,
    });
    await keepFollowUps(context, { origin: 'INSPECTION', originId: inspection.id }, input.findings, targets);
    return { inspection, errors: [] };
  });
}

/** The place of each follow-up: its own, else that of the meeting or inspection. Undefined when one is not there. */
function targetsOf(
  list: readonly FollowUpInput[],
  place: DutyPlace | undefined,
  places: readonly DutyPlace[],
): DutyPlace[] | undefined {
  const targets = list.flatMap(({ division }) => {
    if (division == null) return place ? [place] : [];
    const found = places.find(({ kind, code }) => kind !== 'SCHOOL' && code === division);
    return found ? [found] : [];
  });
  return targets.length === list.length ? targets : undefined;
}

async function keepFollowUps(
  { em }: LoaderContext,
  origin: { readonly origin: FollowUpOrigin; readonly originId: string },
  list: readonly FollowUpInput[],
  targets: readonly DutyPlace[],
): Promise<void> {
  for (const [index, { text, body, dueOn }] of list.entries()) {
    const { code = '', divisionCode = '' } = targets[index] ?? {};
    await em.insert(FollowUpEntity, {
      id: randomUUID(),
      ...origin,
      position: index + 1,
      text: text.trim(),
      body,
      placeCode: code,
      divisionCode,
      dueOn,
      doneOn: null,
      doneBy: null,
      documentNumber: null,
    });
  }
}

export function recordAccountability(
  context: LoaderContext,
  input: RecordAccountabilityInput,
): Promise<RecordAccountabilityPayload> {
  return runOnce(context, { name: 'recordAccountability', input }, async () => {
    const inspection = await selectRows(context.em, InspectionEntity)
      .where('id', '=', input.inspectionId)
      .executeTakeFirst();
    if (!inspection)
      return {
        accountability: null,
        errors: [mutationError(RecordAccountabilityErrorEnum, 'NOT_FOUND', 'inspectionId')],
      };
    const errors = faultsOfAccountability(input, inspection.inspectedOn, context.today).map(
      ({ code, field }) => mutationError(RecordAccountabilityErrorEnum, code, field),
    );
    if (errors.length > 0) return { accountability: null, errors };
    const { kind, body, post, decidedOn } = input;
    const record = {
      id: randomUUID(),
      kind,
      body,
      post,
      decidedOn,
      documentNumber: input.documentNumber.trim(),
    };
    await context.em.insert(AccountabilityRecordEntity, {
      ...record,
      inspectionId: inspection.id,
      placeCode: inspection.placeCode,
      divisionCode: inspection.divisionCode,
      recordedBy: context.caller.subject,
    });
    return { accountability: record, errors: [] };
  });
}
