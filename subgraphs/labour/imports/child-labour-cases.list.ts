import { childFields, describedChild, residence } from '../../_kit/import/child-fields.js';
import { optional } from '../../_kit/import/field-kind.js';
import { defineChildList } from '../../_kit/import/import-definition.js';
import { divisionCode } from '../../_kit/import/number-fields.js';
import { date, oneOf, text } from '../../_kit/import/plain-fields.js';
import { ChildLabourCaseEntity } from '../cases/child-labour-case.entity.js';
import {
  AgeEvidenceEnum,
  CaseTransferEnum,
  ChildHandedToEnum,
  ReturnCostBearerEnum,
} from '../cases/child-labour-case.enums.js';
import { EMPLOYER, INSPECTION } from './references.js';

export const childLabourCasesList = defineChildList({
  list: 'child-labour-cases',
  title: { en: 'Child-labour cases', zh: '童工案件' },
  register: 'CHILD_LABOUR_CASES',
  entity: ChildLabourCaseEntity,
  key: ['caseNumber'],
  keptBy: ['caseNumber'],
  recorded: { in: 'recorded', version: 'version' },
  references: { employerCode: EMPLOYER, inspectionCode: INSPECTION },
  fields: {
    ...childFields,
    caseNumber: text,
    divisionCode,
    employerCode: text,
    inspectionCode: optional(text),
    foundOn: date,
    startedWorkOn: date,
    orderIssuedOn: optional(date),
    returnDueOn: optional(date),
    returnedOn: optional(date),
    handedTo: optional(oneOf(ChildHandedToEnum)),
    schoolContactedOn: optional(date),
    enrolledOn: optional(date),
    ageEvidence: optional(oneOf(AgeEvidenceEnum)),
    costBearer: optional(oneOf(ReturnCostBearerEnum)),
    transferredTo: optional(oneOf(CaseTransferEnum)),
    transferredOn: optional(date),
  },
  childOf: describedChild,
  scopesOf: ({ divisionCode: code }) => residence(code),
  rowOf: (values, { childKey }, { described }) => ({
    ...values,
    ...described,
    sourceKey: childKey,
    childName: values.name,
    version: 1,
    recorded: {},
  }),
});
