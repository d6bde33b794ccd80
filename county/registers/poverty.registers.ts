import { RecordVerificationEntity } from '../../subgraphs/_kit/verification/record-verification.entity.js';
import { RelocationFollowUpEntity } from '../../subgraphs/poverty/follow-ups/relocation-follow-up.entity.js';
import { PovertyHouseholdEntity } from '../../subgraphs/poverty/poverty-household.entity.js';
import { PovertyHouseholdMemberEntity } from '../../subgraphs/poverty/poverty-household-member.entity.js';
import { PovertyMeasureEntity } from '../../subgraphs/poverty/poverty-measure.entity.js';
import { RelocationHouseholdEntity } from '../../subgraphs/poverty/relocation-household.entity.js';
import { ResettlementSiteEntity } from '../../subgraphs/poverty/resettlement-site.entity.js';
import type { CountyFrame, PovertyHousehold, PovertyView } from '../views.js';
import type { AgencyRegisterWriter, RowSink } from './row-sink.js';

export const povertyRegisters: AgencyRegisterWriter = {
  agency: 'poverty',

  writeFrame({ resettlementSites }: CountyFrame, sink) {
    for (const { division, ...site } of resettlementSites) {
      sink.insert(ResettlementSiteEntity, { ...site, divisionCode: division });
    }
  },

  writeFamily({ children }, sink) {
    const households = new Map<string, PovertyHousehold>();
    for (const { poverty } of children) {
      if (!poverty) continue;
      if (poverty.household) households.set(poverty.household.householdCode, poverty.household);
      writeChild(poverty, sink);
    }
    for (const household of households.values()) writeHousehold(household, sink);
  },
};

function writeHousehold(
  { householdCode, addressDivision, monitoredState, responsibleOfficer, ...household }: PovertyHousehold,
  sink: RowSink,
): void {
  sink.insert(PovertyHouseholdEntity, {
    ...household,
    code: householdCode,
    divisionCode: addressDivision,
    monitoredState: monitoredState === 'NOT_MONITORED' ? null : monitoredState,
    officerName: responsibleOfficer.name,
    officerPost: responsibleOfficer.post,
    officerAgencyName: responsibleOfficer.agencyName,
  });
}

function writeChild(view: PovertyView, sink: RowSink): void {
  const { identity, sourceKey, residenceDivision, household, measures, relocation, relocationFollowUps } =
    view;
  sink.insert(PovertyHouseholdMemberEntity, {
    studentId: sink.studentId(view),
    sourceKey,
    householdCode: household?.householdCode ?? null,
    childName: identity.name,
    sex: identity.sex,
    birthDate: identity.birthDate,
    residenceDivisionCode: residenceDivision,
  });
  for (const { from, until, ...measure } of measures) {
    sink.insert(PovertyMeasureEntity, {
      ...measure,
      studentId: sink.studentId(view),
      startedOn: from,
      endedOn: until,
      divisionCode: residenceDivision,
    });
  }
  if (relocation) {
    sink.insert(RelocationHouseholdEntity, {
      studentId: sink.studentId(view),
      householdCode: relocation.householdCode,
      fromDivisionCode: relocation.fromDivision,
      siteCode: relocation.siteCode,
      movedOn: relocation.movedOn,
    });
  }
  for (const verification of view.verifications) {
    sink.insert(RecordVerificationEntity, {
      ...verification,
      studentId: sink.studentId(view),
      recordedBy: null,
    });
  }
  for (const followUp of relocationFollowUps) {
    sink.insert(RelocationFollowUpEntity, { ...followUp, studentId: sink.studentId(view), recordedBy: null });
  }
}
