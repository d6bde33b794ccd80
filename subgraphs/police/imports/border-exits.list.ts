import { CHILD_KEY, childFields, namedChild } from '../../_kit/import/child-fields.js';
import { defineChildList } from '../../_kit/import/import-definition.js';
import { date, text } from '../../_kit/import/plain-fields.js';
import { BorderExitEntity } from '../border-exit.entity.js';
import { RESIDENTS } from './references.js';

export const borderExitsList = defineChildList({
  list: 'border-exits',
  title: { en: 'Border exits', zh: '出境记录' },
  register: 'BORDER_EXITS',
  entity: BorderExitEntity,
  key: [...CHILD_KEY, 'leftOn'],
  people: RESIDENTS,
  fields: { ...childFields, leftOn: date, destination: text },
  childOf: namedChild,
  rowOf: (values) => values,
});
