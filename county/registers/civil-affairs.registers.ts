import { RecordVerificationEntity } from '../../subgraphs/_kit/verification/record-verification.entity.js';
import { ChildFileEntity } from '../../subgraphs/civil-affairs/child-file.entity.js';
import { ChildGuardianEntity } from '../../subgraphs/civil-affairs/child-guardian.entity.js';
import { ChildInDifficultyEntity } from '../../subgraphs/civil-affairs/child-in-difficulty.entity.js';
import { DeFactoUnattendedChildEntity } from '../../subgraphs/civil-affairs/de-facto-unattended-child.entity.js';
import { EarlyMarriageScreeningEntity } from '../../subgraphs/civil-affairs/early-marriage-screening.entity.js';
import { ExtremePovertySupportEntity } from '../../subgraphs/civil-affairs/extreme-poverty-support.entity.js';
import { LeftBehindChildEntity } from '../../subgraphs/civil-affairs/left-behind-child.entity.js';
import { maskPhone } from '../../subgraphs/_kit/identity/mask-phone.js';
import { OrphanRecordEntity } from '../../subgraphs/civil-affairs/orphan-record.entity.js';
import { ParentInCustodyEntity } from '../../subgraphs/civil-affairs/parent-in-custody.entity.js';
import { ReliefPaymentEntity } from '../../subgraphs/civil-affairs/relief-payment.entity.js';
import { SubsistenceAllowanceEntity } from '../../subgraphs/civil-affairs/subsistence-allowance.entity.js';
import type { IsoDate } from '../../policies/iso-date.js';
import type { CivilAffairsView } from '../views.js';
import type { AgencyRegisterWriter, RowSink } from './row-sink.js';

export const civilAffairsRegisters: AgencyRegisterWriter = {
  agency: 'civil-affairs',

  writeFrame() {
    // Civil affairs keeps nothing that is there before its children.
  },

  writeFamily({ children }, sink) {
    for (const { civilAffairs } of children) {
      if (!civilAffairs) continue;
      writeFile(civilAffairs, sink);
      writeRelief(civilAffairs, sink);
      writeCircumstances(civilAffairs, sink);
      writeRestricted(civilAffairs, sink);
    }
  },
};

function writeFile(view: CivilAffairsView, sink: RowSink): void {
  const { identity, sourceKey, residenceDivision, guardians, leftBehind, verifications } = view;
  const studentId = sink.studentId(view);
  sink.insert(ChildFileEntity, {
    studentId,
    sourceKey,
    childName: identity.name,
    sex: identity.sex,
    birthDate: identity.birthDate,
    residenceDivisionCode: residenceDivision,
  });
  for (const { residentIdNumber, phone, ...guardian } of guardians) {
    const isEntrusted = guardian.isActualGuardian && !guardian.isLegalGuardian;
    sink.insert(ChildGuardianEntity, {
      ...guardian,
      studentId,
      fileKey: sourceKey,
      guardianId: sink.idOfNumber(residentIdNumber),
      phoneSealed: phone && sink.seal(phone, 'child_guardian.phone_sealed'),
      maskedPhone: phone && maskPhone(phone),
      entrustedOn: (isEntrusted && leftBehind?.registeredOn) || null,
      commitmentSignedOn: (isEntrusted && leftBehind?.commitmentSignedOn) || null,
      recordedBy: null,
    });
  }
  for (const verification of verifications) {
    sink.insert(RecordVerificationEntity, { ...verification, studentId, recordedBy: null });
  }
}

interface Period {
  readonly from: IsoDate;
  readonly until: IsoDate | null;
}

/** A record's period as the tables name it; everything else of the record is kept as it is. */
function dated<Record extends Period>(
  { from, until, ...record }: Record,
  { residenceDivision }: CivilAffairsView,
) {
  return { ...record, startedOn: from, endedOn: until, divisionCode: residenceDivision };
}

function writeRelief(view: CivilAffairsView, sink: RowSink): void {
  for (const award of view.subsistenceAllowances) {
    sink.insert(SubsistenceAllowanceEntity, {
      ...dated(award, view),
      studentId: sink.studentId(view),
    });
  }
  if (view.extremePovertySupport) {
    sink.insert(ExtremePovertySupportEntity, {
      ...dated(view.extremePovertySupport, view),
      studentId: sink.studentId(view),
    });
  }
  for (const payment of view.reliefPayments) {
    sink.insert(ReliefPaymentEntity, {
      ...payment,
      studentId: sink.studentId(view),
      divisionCode: view.residenceDivision,
    });
  }
}

function writeCircumstances(view: CivilAffairsView, sink: RowSink): void {
  const { orphan, deFactoUnattended, leftBehind, inDifficulty } = view;
  if (orphan) {
    sink.insert(OrphanRecordEntity, { ...dated(orphan, view), studentId: sink.studentId(view) });
  }
  if (deFactoUnattended) {
    sink.insert(DeFactoUnattendedChildEntity, {
      ...dated(deFactoUnattended, view),
      studentId: sink.studentId(view),
    });
  }
  if (leftBehind) {
    const { registeredOn, until, ground, carer, lastVisitedOn } = leftBehind;
    sink.insert(LeftBehindChildEntity, {
      ...dated({ ground, carer, lastVisitedOn, until, from: registeredOn }, view),
      studentId: sink.studentId(view),
    });
  }
  if (inDifficulty) {
    const { registeredOn, ...record } = inDifficulty;
    sink.insert(ChildInDifficultyEntity, {
      ...dated({ ...record, from: registeredOn }, view),
      studentId: sink.studentId(view),
    });
  }
}

function writeRestricted(view: CivilAffairsView, sink: RowSink): void {
  for (const screening of view.earlyMarriageScreenings) {
    sink.insert(EarlyMarriageScreeningEntity, {
      ...screening,
      studentId: sink.studentId(view),
    });
  }
  if (view.parentInCustody) {
    sink.insert(ParentInCustodyEntity, {
      ...dated(view.parentInCustody, view),
      studentId: sink.studentId(view),
    });
  }
}
