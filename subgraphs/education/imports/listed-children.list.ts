import { birthDateInNumber, maskResidentIdNumber } from '../../_kit/identity/resident-id-number.js';
import { namedChild, residence } from '../../_kit/import/child-fields.js';
import { optional, personal } from '../../_kit/import/field-kind.js';
import { defineChildList } from '../../_kit/import/import-definition.js';
import { divisionCode, residentIdNumber } from '../../_kit/import/number-fields.js';
import { date, oneOf, text } from '../../_kit/import/plain-fields.js';
import { SexEnum } from '../../_kit/schema/person.enums.js';
import { ListedChildEntity } from '../status/listed-child.entity.js';

/** Children without a student status whom another list names; they come before the lists that name them. */
export const listedChildrenList = defineChildList({
  list: 'listed-children',
  title: { en: 'Children without a student status', zh: '无学籍儿童名单' },
  register: 'STUDENT_STATUS',
  isSupplement: true,
  entity: ListedChildEntity,
  key: ['recordNumber'],
  keptBy: ['sourceKey'],
  fields: {
    recordNumber: text,
    residentIdNumber: optional(residentIdNumber),
    name: personal(text),
    sex: oneOf(SexEnum),
    birthDate: personal(date),
    residenceDivision: divisionCode,
  },
  childOf: ({ recordNumber, ...values }) => namedChild({ ...values, childNumber: recordNumber }),
  scopesOf: ({ residenceDivision }) => residence(residenceDivision),
  rowOf: ({ residentIdNumber: number, name, sex, birthDate, residenceDivision }, { rowKey, seal }) => ({
    sourceKey: rowKey,
    name,
    sex,
    birthDate,
    residentIdNumberSealed: number && seal(number, 'listed_child.resident_id_number_sealed'),
    birthDateInNumber: birthDateInNumber(number),
    maskedResidentIdNumber: number && maskResidentIdNumber(number),
    residenceDivisionCode: residenceDivision,
  }),
});
