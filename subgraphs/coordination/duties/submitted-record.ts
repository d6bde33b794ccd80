import { idOfDuty } from './duty-node.js';
import type { DutyOccurrence } from './duty-occurrences.js';
import type { DutyRecord } from './duty-record.entity.js';
import type { SubmitDutyInput } from './duty.input.js';

interface Submission {
  readonly today: string;
  readonly by: string;
  /** What was handed in before and sent back. */
  readonly earlier: DutyRecord | undefined;
  /** Day on which the duty itself was done, where the hub knows it; else the day on which it is handed in counts. */
  readonly doneOn?: string;
}

/** What is kept of a duty that is handed in today. */
export function submittedRecord(
  { duty, kind, body, agency, period, periodFrom, place }: DutyOccurrence,
  { evidence, figures, note }: Pick<SubmitDutyInput, 'evidence' | 'figures' | 'note'>,
  { today, by, earlier, doneOn = today }: Submission,
): DutyRecord {
  return {
    id: idOfDuty({ duty, period, body, agency, place }),
    duty,
    kind,
    body,
    agency,
    period,
    periodFrom,
    placeKind: place.kind,
    placeCode: place.code,
    divisionCode: place.divisionCode,
    firstSubmittedOn: earlier?.firstSubmittedOn ?? doneOn,
    submittedOn: today,
    submittedBy: by,
    evidenceKind: evidence.kind,
    evidenceNumber: evidence.number.trim(),
    evidenceIssuer: evidence.issuer,
    evidenceDate: evidence.date,
    evidenceSha256: evidence.sha256 ?? null,
    figures: (figures ?? []).map(({ name, value }) => ({ name, value })),
    note: note?.trim() ?? null,
    lastStep: 'SUBMITTED',
    signedOffOn: null,
    signedOffBy: null,
    returns: earlier?.returns ?? [],
    version: (earlier?.version ?? 0) + 1,
  };
}
