import { namedChild } from '../../_kit/import/child-fields.js';
import { optional, personal } from '../../_kit/import/field-kind.js';
import { defineChildList } from '../../_kit/import/import-definition.js';
import { divisionCode, residentIdNumber } from '../../_kit/import/number-fields.js';
import {
  date,
  oneOf,
  personName,
  personNames,
  text,
  texts,
  yesOrNo,
} from '../../_kit/import/plain-fields.js';
import { birthDateInNumber, maskResidentIdNumber } from '../../_kit/identity/resident-id-number.js';
import { SexEnum } from '../../_kit/schema/person.enums.js';
import { EthnicGroupEnum } from '../ethnic-group.enum.js';
import { RelationToHouseholderEnum } from '../relation-to-householder.enum.js';
import { ResidentEntity } from '../resident.entity.js';
import { HOUSEHOLD_KEY_KIND, householdNumber } from './household-number.field.js';
import { CancelReasonEnum, EducationLevelEnum, MaritalStatusEnum } from '../resident.enums.js';

/** Ethnic groups are often written without 族. */
const SHORT_GROUPS = Object.fromEntries(
  EthnicGroupEnum.values
    .map((value) => [EthnicGroupEnum.terms[value].zh.replace(/族$/, ''), value] as const)
    .filter(([wording]) => wording.length > 0),
);

/** The population system's list of residents: one row for each registration, of which a child can have two. */
export const residentsList = defineChildList({
  list: 'residents',
  title: { en: 'Resident population', zh: '常住人口' },
  register: 'RESIDENTS',
  entity: ResidentEntity,
  key: ['recordNumber'],
  keptBy: ['sourceKey'],
  fields: {
    recordNumber: text,
    residentIdNumber: optional(residentIdNumber),
    name: personal(personName),
    formerNames: optional(personNames),
    sex: oneOf(SexEnum),
    birthDate: personal(date),
    ethnicGroup: oneOf(EthnicGroupEnum, SHORT_GROUPS),
    formerResidentIdNumbers: optional(texts),
    registeredDivision: divisionCode,
    householdNumber,
    relationToHouseholder: oneOf(RelationToHouseholderEnum),
    registeredOn: date,
    cancelledOn: optional(date),
    cancelReason: optional(oneOf(CancelReasonEnum)),
    birthplace: optional(text),
    nativePlace: optional(text),
    highestEducation: optional(oneOf(EducationLevelEnum)),
    occupation: optional(text),
    maritalStatus: optional(oneOf(MaritalStatusEnum)),
    movedFrom: optional(text),
    movedInOn: optional(date),
    livesApartFromRegistration: optional(yesOrNo),
  },
  childOf: ({ recordNumber, ...values }) => namedChild({ ...values, childNumber: recordNumber }),
  // Where a registration that no longer stands was says nothing of where the child belongs.
  scopesOf: ({ registeredDivision, cancelledOn }) =>
    cancelledOn === null ? [{ kind: 'REGISTERED', code: registeredDivision }] : [],
  rowOf(values, { rowKey, seal, idOfNumber, opaqueKey }) {
    const { residentIdNumber: number, formerNames, formerResidentIdNumbers } = values;
    return {
      sourceKey: rowKey,
      name: values.name,
      formerNames: formerNames ?? [],
      sex: values.sex,
      birthDate: values.birthDate,
      ethnicGroup: values.ethnicGroup,
      residentIdNumberSealed: number === null ? null : seal(number, 'resident.resident_id_number_sealed'),
      birthDateInNumber: birthDateInNumber(number),
      maskedResidentIdNumber: number === null ? null : maskResidentIdNumber(number),
      formerStudentIds: (formerResidentIdNumbers ?? []).flatMap((former) => idOfNumber(former) ?? []),
      registeredDivisionCode: values.registeredDivision,
      householdId: opaqueKey(HOUSEHOLD_KEY_KIND, values.householdNumber),
      relationToHouseholder: values.relationToHouseholder,
      registeredOn: values.registeredOn,
      cancelledOn: values.cancelledOn,
      cancelReason: values.cancelReason,
      birthplace: values.birthplace,
      nativePlace: values.nativePlace,
      highestEducation: values.highestEducation,
      occupation: values.occupation,
      maritalStatus: values.maritalStatus,
      movedFrom: values.movedFrom,
      movedInOn: values.movedInOn,
      livesApartFromRegistration: values.livesApartFromRegistration,
    };
  },
});
