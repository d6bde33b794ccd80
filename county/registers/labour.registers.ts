import { ChildLabourCaseEntity } from '../../subgraphs/labour/cases/child-labour-case.entity.js';
import { EmployerEntity } from '../../subgraphs/labour/employers/employer.entity.js';
import { GuardianWorkAwayEntity } from '../../subgraphs/labour/guardian-work-away.entity.js';
import { LabourInspectionEntity } from '../../subgraphs/labour/inspections/labour-inspection.entity.js';
import { LicenceSanctionEntity } from '../../subgraphs/labour/employers/licence-sanction.entity.js';
import type { CountyFrame, LabourView } from '../views.js';
import type { AgencyRegisterWriter, RowSink } from './row-sink.js';

export const labourRegisters: AgencyRegisterWriter = {
  agency: 'labour',

  writeFrame({ countyCode, employers, labourInspections, licenceSanctions }: CountyFrame, sink) {
    const divisionOf = new Map(employers.map(({ key, division }) => [key, division]));
    for (const { key, division, ...employer } of employers) {
      sink.insert(EmployerEntity, { ...employer, code: key, divisionCode: division });
    }
    for (const { key, employerKey, ...inspection } of labourInspections) {
      sink.insert(LabourInspectionEntity, {
        ...inspection,
        code: key,
        employerCode: employerKey,
        divisionCode: divisionOf.get(employerKey) ?? countyCode.padEnd(12, '0'),
        minorsInBusiness: null,
        recorded: {},
      });
    }
    for (const { key, employerKey, ...sanction } of licenceSanctions) {
      sink.insert(LicenceSanctionEntity, { ...sanction, code: key, employerCode: employerKey, recorded: {} });
    }
  },

  writeFamily({ children }, sink) {
    for (const { labour } of children) {
      if (labour) writeChild(labour, sink);
    }
  },
};

function writeChild(view: LabourView, sink: RowSink): void {
  const { identity, sourceKey, residenceDivision, childLabourCases, guardiansWorkingAway } = view;
  const child = {
    sourceKey,
    childName: identity.name,
    sex: identity.sex,
    birthDate: identity.birthDate,
    divisionCode: residenceDivision,
  };
  for (const { employerKey, inspectionKey, workStartedOn, ...labourCase } of childLabourCases) {
    sink.insert(ChildLabourCaseEntity, {
      ...child,
      ...labourCase,
      studentId: sink.studentId(view),
      employerCode: employerKey,
      inspectionCode: inspectionKey,
      startedWorkOn: workStartedOn,
      transferredOn: null,
      version: 1,
      recorded: {},
    });
  }
  for (const { since, until, ...absence } of guardiansWorkingAway) {
    sink.insert(GuardianWorkAwayEntity, {
      ...child,
      ...absence,
      studentId: sink.studentId(view),
      startedOn: since,
      endsOn: until,
    });
  }
}
