import type { DispositionRecord } from './disposition-record.entity.js';
import type { DispositionRecordType, RecordedCode } from './disposition-record.type.js';
import { DISPOSITIONS } from './dispositions.js';

/** A stored decision with what the rules make of its code. */
export function dispositionView(record: DispositionRecord): DispositionRecordType {
  const { family, countsInNumerator, countsInDenominator } = DISPOSITIONS[record.code];
  return {
    ...record,
    id: String(record.id),
    // Custody never stands here.
    code: record.code as RecordedCode,
    family,
    countsInNumerator,
    countsInDenominator,
    approvedUntil: record.approvedUntil ?? null,
    validUntil: record.validUntil ?? null,
    caseNumber: record.caseNumber ?? null,
    endedOn: record.endedOn ?? null,
    endReason: record.endReason ?? null,
    supersededBy: record.supersededBy == null ? null : String(record.supersededBy),
  };
}
