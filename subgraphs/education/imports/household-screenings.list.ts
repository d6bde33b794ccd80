import { optional, personal } from '../../_kit/import/field-kind.js';
import { defineList } from '../../_kit/import/import-definition.js';
import { date, oneOf, personName, text } from '../../_kit/import/plain-fields.js';
import { HouseholdScreeningEntity } from '../screening/household-screening.entity.js';
import { HOUSEHOLDS_LIST, SCREENED_HOUSEHOLD } from '../screening/screened-person.js';
import { HouseholdVisitResultEnum, ScreeningPostEnum } from '../screening/screening.enums.js';
import { ASSIGNMENT } from './references.js';

export const householdScreeningsList = defineList({
  list: HOUSEHOLDS_LIST,
  title: { en: 'Households visited by screening campaigns', zh: '入户普查登记(户)' },
  register: 'FIELD_SCREENING',
  isSupplement: true,
  entity: HouseholdScreeningEntity,
  key: ['assignmentCode', 'householdNumber'],
  keptBy: ['sourceKey'],
  recordedBy: 'recordedBy',
  references: { assignmentCode: ASSIGNMENT },
  fields: {
    assignmentCode: text,
    householdNumber: personal(text),
    householderName: personal(personName),
    visitedOn: date,
    visitorPost: oneOf(ScreeningPostEnum),
    visitorName: optional(text),
    result: oneOf(HouseholdVisitResultEnum),
  },
  rowOf: ({ householdNumber, ...values }, { rowKey, opaqueKey }) => ({
    ...values,
    sourceKey: rowKey,
    householdId: opaqueKey(SCREENED_HOUSEHOLD, householdNumber),
    recordedBy: null,
  }),
});
