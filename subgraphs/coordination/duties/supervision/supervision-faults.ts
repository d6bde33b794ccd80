import { isReason } from '../../../_kit/command/reason.js';
import { isDocumentNumber } from '../document-number.js';
import type {
  FollowUpInput,
  RecordAccountabilityInput,
  RecordInspectionInput,
  RecordMeetingInput,
} from './supervision.input.js';
import type {
  RecordAccountabilityCode,
  RecordInspectionCode,
  RecordMeetingCode,
} from './supervision.payload.js';

/** A list that nobody could follow up anyway. */
const MOST_FOLLOW_UPS = 50;

export interface Fault<Code> {
  readonly code: Code;
  readonly field: string;
}

type Check<Code> = readonly [isFault: boolean, code: Code, field: string];

function faults<Code>(checks: readonly Check<Code>[]): Fault<Code>[] {
  return checks.flatMap(([isFault, code, field]) => (isFault ? [{ code, field }] : []));
}

function faultsOfFollowUps(
  list: readonly FollowUpInput[],
  field: string,
  from: string,
): Check<'TOO_MANY' | 'TEXT_INVALID' | 'DATE_INVALID'>[] {
  return [
    [list.length > MOST_FOLLOW_UPS, 'TOO_MANY', field],
    [list.some(({ text }) => !isReason(text)), 'TEXT_INVALID', field],
    [list.some(({ dueOn }) => dueOn < from), 'DATE_INVALID', field],
  ];
}

export function faultsOfMeeting(
  { heldOn, bodies, minutesNumber, decisions }: RecordMeetingInput,
  today: string,
): Fault<RecordMeetingCode>[] {
  return faults<RecordMeetingCode>([
    [heldOn > today, 'DATE_INVALID', 'heldOn'],
    [bodies.length === 0, 'BODIES_MISSING', 'bodies'],
    [!isDocumentNumber(minutesNumber), 'NUMBER_INVALID', 'minutesNumber'],
    ...faultsOfFollowUps(decisions, 'decisions', heldOn),
  ]);
}

export function faultsOfInspection(
  { inspectedOn, noticeNumber, findings }: RecordInspectionInput,
  today: string,
): Fault<RecordInspectionCode>[] {
  return faults<RecordInspectionCode>([
    [inspectedOn > today, 'DATE_INVALID', 'inspectedOn'],
    [noticeNumber != null && !isDocumentNumber(noticeNumber), 'NUMBER_INVALID', 'noticeNumber'],
    ...faultsOfFollowUps(findings, 'findings', inspectedOn),
  ]);
}

export function faultsOfAccountability(
  { decidedOn, documentNumber }: RecordAccountabilityInput,
  inspectedOn: string,
  today: string,
): Fault<RecordAccountabilityCode>[] {
  return faults<RecordAccountabilityCode>([
    [decidedOn > today || decidedOn < inspectedOn, 'DATE_INVALID', 'decidedOn'],
    [!isDocumentNumber(documentNumber), 'NUMBER_INVALID', 'documentNumber'],
  ]);
}
