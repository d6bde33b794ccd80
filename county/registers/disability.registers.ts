import { RecordVerificationEntity } from '../../subgraphs/_kit/verification/record-verification.entity.js';
import { AssistiveDeviceEntity } from '../../subgraphs/disability/assistive-device.entity.js';
import { DisabilityCertificateEntity } from '../../subgraphs/disability/certificate.entity.js';
import { HomeMedicalVisitEntity } from '../../subgraphs/disability/home-medical-visit.entity.js';
import { ParentCertificateEntity } from '../../subgraphs/disability/parent-certificate.entity.js';
import { PlacementRecommendationEntity } from '../../subgraphs/disability/placement-recommendation.entity.js';
import { RegisteredChildEntity } from '../../subgraphs/disability/registered-child.entity.js';
import { RehabilitationServiceEntity } from '../../subgraphs/disability/rehabilitation.entity.js';
import type { DisabilityView } from '../views.js';
import type { AgencyRegisterWriter, RowSink } from './row-sink.js';

/** A certificate's number begins with the 18 characters of its holder's resident ID number … */
const RESIDENT_ID_LENGTH = 18;
/** … then one digit each for category and grade; what follows is the suffix of a reissue. */
const FIRST_ISSUE_LENGTH = 20;

export const disabilityRegisters: AgencyRegisterWriter = {
  agency: 'disability',

  writeFrame() {
    // The federation holds nothing that exists before the people.
  },

  writeFamily({ children }, sink) {
    for (const { disability } of children) {
      if (!disability) continue;
      const row = { studentId: sink.studentId(disability), sourceKey: disability.sourceKey };
      writeCertificates(disability, row, sink);
      writeServices(disability, row, sink);
    }
  },
};

interface ChildKeys {
  readonly studentId: string;
  readonly sourceKey: string;
}

function writeCertificates(view: DisabilityView, keys: ChildKeys, sink: RowSink): void {
  const { identity, residenceDivision, certificate } = view;
  const { name, sex, birthDate } = identity;
  sink.insert(RegisteredChildEntity, {
    ...keys,
    name,
    sex,
    birthDate,
    residenceDivisionCode: residenceDivision,
  });
  if (certificate) {
    const { certificateNumber, category, components, grade, reissueSuffix, issuedOn, expiresOn, state } =
      certificate;
    sink.insert(DisabilityCertificateEntity, {
      ...keys,
      numberId: sink.idOfNumber(certificateNumber.slice(0, RESIDENT_ID_LENGTH)),
      category,
      components: [...components],
      grade: `GRADE_${grade}`,
      reissueSuffix,
      issuedOn,
      expiresOn,
      state,
      residenceDivisionCode: residenceDivision,
    });
  }
  for (const { parent, certificateNumber, category, grade } of view.parentCertificates) {
    sink.insert(ParentCertificateEntity, {
      studentId: keys.studentId,
      parent,
      guardianId: sink.idOfNumber(certificateNumber.slice(0, RESIDENT_ID_LENGTH)),
      category,
      grade: `GRADE_${grade}`,
      reissueSuffix: certificateNumber.slice(FIRST_ISSUE_LENGTH),
    });
  }
}

function writeServices(view: DisabilityView, keys: ChildKeys, sink: RowSink): void {
  const { studentId } = keys;
  const residenceDivisionCode = view.residenceDivision;
  if (view.placementRecommendation) {
    sink.insert(PlacementRecommendationEntity, {
      ...keys,
      ...view.placementRecommendation,
      residenceDivisionCode,
      recordedBy: null,
    });
  }
  for (const { kind, from, until, institution } of view.rehabilitation) {
    sink.insert(RehabilitationServiceEntity, {
      studentId,
      kind,
      startedOn: from,
      endedOn: until,
      institution,
    });
  }
  for (const device of view.assistiveDevices) sink.insert(AssistiveDeviceEntity, { studentId, ...device });
  for (const verification of view.verifications) {
    sink.insert(RecordVerificationEntity, { studentId, ...verification, recordedBy: null });
  }
  for (const visit of view.homeMedicalVisits) {
    sink.insert(HomeMedicalVisitEntity, { ...keys, ...visit, residenceDivisionCode, recordedBy: null });
  }
}
