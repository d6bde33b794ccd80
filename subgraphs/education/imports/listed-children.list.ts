import { birthDateInNumber, maskResidentIdNumber } from '../../_kit/identity/resident-id-number.js';
import { listedFields, ofListedChild } from '../../_kit/import/child-fields.js';
import { defineChildList } from '../../_kit/import/import-definition.js';
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
  fields: listedFields,
  ...ofListedChild,
  rowOf: ({ residentIdNumber: number, name, sex, birthDate, residenceDivisionCode }, { rowKey, seal }) => ({
    sourceKey: rowKey,
    name,
    sex,
    birthDate,
    residentIdNumberSealed: number && seal(number, 'listed_child.resident_id_number_sealed'),
    birthDateInNumber: birthDateInNumber(number),
    maskedResidentIdNumber: number && maskResidentIdNumber(number),
    residenceDivisionCode,
  }),
});
