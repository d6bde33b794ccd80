import { birthDateInNumber } from '../../_kit/identity/resident-id-number.js';
import { namedChild } from '../../_kit/import/child-fields.js';
import { optional, personal } from '../../_kit/import/field-kind.js';
import { defineChildList } from '../../_kit/import/import-definition.js';
import { residentIdNumber } from '../../_kit/import/number-fields.js';
import { date, integer, oneOf, personName, text } from '../../_kit/import/plain-fields.js';
import { SexEnum } from '../../_kit/schema/person.enums.js';
import { HouseholdMemberEntity } from '../household-member.entity.js';
import { RelationToHouseholderEnum } from '../relation-to-householder.enum.js';
import { HOUSEHOLD, householdNumber } from './household-number.field.js';
import { RESIDENTS } from './references.js';

const ADULT_YEARS = 18;

function isChild(birthDate: string, asOf: string): boolean {
  return birthDate > `${Number(asOf.slice(0, 4)) - ADULT_YEARS}${asOf.slice(4)}`;
}

/** The pages of the household register, adults and children; an adult is nobody's "student". */
export const householdMembersList = defineChildList({
  list: 'household-members',
  title: { en: 'Members of households', zh: '户成员' },
  register: 'HOUSEHOLDS',
  entity: HouseholdMemberEntity,
  key: ['householdNumber', 'position'],
  references: { householdNumber: HOUSEHOLD },
  people: RESIDENTS,
  fields: {
    householdNumber,
    position: integer,
    childNumber: optional(text),
    residentIdNumber: optional(residentIdNumber),
    name: personal(personName),
    sex: oneOf(SexEnum),
    birthDate: personal(date),
    relationToHouseholder: oneOf(RelationToHouseholderEnum),
  },
  childOf: (values, asOf) => (isChild(values.birthDate, asOf) ? namedChild(values) : null),
  rowOf: ({ householdNumber: householdId, residentIdNumber: number, ...values }, tools, child) => ({
    ...values,
    householdId,
    personId: child === null ? tools.idOfNumber(number) : null,
    residentIdNumberSealed: number && tools.seal(number, 'household_member.resident_id_number_sealed'),
    birthDateInNumber: birthDateInNumber(number),
  }),
});
