import { CHILD_KEY, childFields, namedChild } from '../../_kit/import/child-fields.js';
import { defineChildList } from '../../_kit/import/import-definition.js';
import { date, oneOf, text } from '../../_kit/import/plain-fields.js';
import { PoliceActionKindEnum, PoliceActionRoleEnum } from '../case.enums.js';
import { PoliceActionEntity } from '../police-action.entity.js';
import { RESIDENTS } from './references.js';

export const policeActionsList = defineChildList({
  list: 'police-actions',
  title: { en: 'Police actions about schooling', zh: '公安处置' },
  register: 'POLICE_ACTIONS',
  entity: PoliceActionEntity,
  key: [...CHILD_KEY, 'documentNumber', 'role'],
  people: RESIDENTS,
  fields: {
    ...childFields,
    documentNumber: text,
    kind: oneOf(PoliceActionKindEnum),
    role: oneOf(PoliceActionRoleEnum),
    decidedOn: date,
  },
  childOf: namedChild,
  rowOf: (values) => values,
});
