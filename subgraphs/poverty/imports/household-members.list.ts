import { namedChild, residence } from '../../_kit/import/child-fields.js';
import { optional, personal } from '../../_kit/import/field-kind.js';
import { defineChildList } from '../../_kit/import/import-definition.js';
import { divisionCode, residentIdNumber } from '../../_kit/import/number-fields.js';
import { date, oneOf, text } from '../../_kit/import/plain-fields.js';
import { SexEnum } from '../../_kit/schema/person.enums.js';
import { PovertyHouseholdMemberEntity } from '../poverty-household-member.entity.js';
import { HOUSEHOLD } from './references.js';

/** Children whom the office knows, most of them of a registered household. */
export const householdMembersList = defineChildList({
  list: 'household-members',
  title: { en: 'Children of poverty households', zh: '建档立卡户家庭成员(儿童)' },
  register: 'HOUSEHOLDS',
  entity: PovertyHouseholdMemberEntity,
  key: ['recordNumber'],
  keptBy: ['sourceKey'],
  references: { householdCode: HOUSEHOLD },
  fields: {
    recordNumber: text,
    householdCode: optional(text),
    residentIdNumber: optional(residentIdNumber),
    name: personal(text),
    sex: oneOf(SexEnum),
    birthDate: personal(date),
    residenceDivisionCode: divisionCode,
  },
  childOf: ({ recordNumber, ...values }) => namedChild({ ...values, childNumber: recordNumber }),
  scopesOf: ({ residenceDivisionCode }) => residence(residenceDivisionCode),
  rowOf: (values, { rowKey }) => ({ ...values, sourceKey: rowKey, childName: values.name }),
});
