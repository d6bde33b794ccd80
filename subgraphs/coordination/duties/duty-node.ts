import type { PolicyBody } from '../../../policies/bodies.js';
import type { DutyKind, PublicityChannel } from '../../../policies/duty-kinds.js';
import type { IsoDate } from '../../../policies/iso-date.js';
import type { Label } from '../../../policies/policy-label.js';
import type { DutyEvidenceKind, DutyFigureName } from './duty.enums.js';
import type { DutyOccurrence } from './duty-occurrences.js';
import type { UnknownReason } from './duty-periods.js';
import type { DutyPlace } from './duty-places.js';
import type { LeadingGroup } from './leading-group.js';
import type { DutyRecord, DutyReturn } from './duty-record.entity.js';
import { dutyState, type DutyFacts, type DutyState } from './duty-state.js';

/** A record as it is shown. */
export interface ShownDutyRecord {
  readonly submittedOn: string;
  readonly firstSubmittedOn: string;
  readonly submittedBy: string;
  readonly evidence: {
    readonly kind: DutyEvidenceKind;
    readonly number: string;
    readonly issuer: PolicyBody;
    readonly date: string;
    readonly sha256: string | null;
  };
  readonly figures: readonly { readonly name: DutyFigureName; readonly value: number }[];
  readonly note: string | null;
  readonly signedOffOn: string | null;
  readonly signedOffBy: string | null;
  readonly returns: readonly DutyReturn[];
  readonly version: number;
}

/** One duty of one body, with how it stands. */
export interface DutyNode {
  readonly id: string;
  readonly duty: string;
  readonly label: Label | null;
  readonly kind: DutyKind;
  readonly body: PolicyBody;
  readonly agency: string | null;
  readonly place: DutyPlace;
  readonly signers: readonly PolicyBody[];
  readonly groups: readonly Label[];
  readonly leadingGroup: LeadingGroup | null;
  readonly channels: readonly PublicityChannel[];
  readonly policyClause: string | null;
  readonly period: string;
  readonly periodFrom: string;
  readonly opensOn: string | null;
  readonly dueOn: string | null;
  readonly unknownBecause: UnknownReason | null;
  readonly state: DutyState;
  readonly daysLate: number | null;
  readonly record: ShownDutyRecord | null;
}

type Named = Pick<DutyOccurrence, 'duty' | 'period' | 'body' | 'agency'> & {
  readonly place: { readonly code: string };
};

export function idOfDuty({ duty, period, body, agency, place }: Named): string {
  return [duty, period, body, place.code, ...(agency === null ? [] : [agency])].join(':');
}

export function dutyNode(
  occurrence: DutyOccurrence,
  record: DutyRecord | undefined,
  today: IsoDate,
): DutyNode {
  return {
    ...occurrence,
    id: idOfDuty(occurrence),
    ...dutyState(occurrence, record ? factsOf(record) : null, today),
    record: record ? shownRecord(record) : null,
  };
}

/**
 * A record of a duty that the policies in force do not know at that place, for example since a document was replaced:
 * what was handed in stays on the list.
 */
export function strayNode(record: DutyRecord, place: DutyPlace, today: IsoDate): DutyNode {
  const { id, duty, kind, body, agency = null, period, periodFrom } = record;
  return {
    id,
    duty,
    label: null,
    // Columns hold codes as text; those that were written are the enums' own.
    kind: kind as DutyKind,
    body: body as PolicyBody,
    agency,
    place,
    signers: [],
    groups: [],
    leadingGroup: null,
    channels: [],
    policyClause: null,
    period,
    periodFrom,
    opensOn: null,
    dueOn: null,
    unknownBecause: null,
    ...dutyState({ opensOn: null, dueOn: null }, factsOf(record), today),
    record: shownRecord(record),
  };
}

function factsOf({ firstSubmittedOn, lastStep }: DutyRecord): DutyFacts {
  return { firstSubmittedOn: firstSubmittedOn as IsoDate, lastStep: lastStep as DutyFacts['lastStep'] };
}

function shownRecord(record: DutyRecord): ShownDutyRecord {
  return {
    submittedOn: record.submittedOn,
    firstSubmittedOn: record.firstSubmittedOn,
    submittedBy: record.submittedBy,
    evidence: {
      kind: record.evidenceKind as DutyEvidenceKind,
      number: record.evidenceNumber,
      issuer: record.evidenceIssuer as PolicyBody,
      date: record.evidenceDate,
      sha256: record.evidenceSha256 ?? null,
    },
    figures: record.figures,
    note: record.note ?? null,
    signedOffOn: record.signedOffOn ?? null,
    signedOffBy: record.signedOffBy ?? null,
    returns: record.returns,
    version: record.version,
  };
}
