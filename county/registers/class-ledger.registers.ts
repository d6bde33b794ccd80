import { addDays } from '../../policies/iso-date.js';
import { ClassLedgerEntryEntity } from '../../subgraphs/coordination/standing/class-ledger-entry.entity.js';
import type { Child } from '../views.js';
import type { RowSink } from './row-sink.js';

/** Of a hundred pupils, about how many a class teacher notes; made up, no source counts them. */
const NOTED_PER_HUNDRED = {
  LEARNING_DIFFICULTY: 4,
  SINGLE_PARENT: 3,
  SPECIAL_FAMILY: 1,
  SICK: 1,
} as const;

/** What the class teacher has noted of a pupil since the class began. Pupils without a number are on no ledger yet. */
export function writeClassLedger({ key, education }: Child, sink: RowSink): void {
  const status = education?.statusRecords[0];
  const studentId = status && sink.idOfNumber(status.identity.residentIdNumber);
  if (!studentId || !status.classCode || status.leftOn) return;
  const startedOn = addDays(status.enrolledOn, 30);
  if (startedOn > sink.asOf) return;
  for (const [group, share] of Object.entries(NOTED_PER_HUNDRED)) {
    if (percentOf(sink.opaqueKey(group, key)) >= share) continue;
    sink.insert(ClassLedgerEntryEntity, {
      studentId,
      group,
      schoolCode: status.schoolCode,
      classCode: status.classCode,
      startedOn,
      endedOn: null,
    });
  }
}

/** 0 to 99, evenly spread, from a digest. */
function percentOf(digest: string): number {
  const LETTERS = 'abcdefghijklmnopqrstuvwxyz234567';
  const number = [...digest.slice(0, 4)].reduce((sum, letter) => sum * 32 + LETTERS.indexOf(letter), 0);
  return number % 100;
}
