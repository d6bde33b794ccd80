import { namedChild, residence } from '../../_kit/import/child-fields.js';
import { optional, personal } from '../../_kit/import/field-kind.js';
import { defineChildList } from '../../_kit/import/import-definition.js';
import { divisionCode, residentIdNumber } from '../../_kit/import/number-fields.js';
import { date, oneOf, text } from '../../_kit/import/plain-fields.js';
import { SexEnum } from '../../_kit/schema/person.enums.js';
import { ChildFileEntity } from '../child-file.entity.js';

/** Who the children are whom civil affairs knows; the other lists name them by the number of the file. */
export const childFilesList = defineChildList({
  list: 'child-files',
  title: { en: 'Children’s files', zh: '儿童档案' },
  register: 'CHILD_FILES',
  entity: ChildFileEntity,
  key: ['recordNumber'],
  keptBy: ['sourceKey'],
  fields: {
    recordNumber: text,
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
