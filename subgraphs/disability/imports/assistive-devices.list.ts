import { CHILD_KEY, childFields, namedChild } from '../../_kit/import/child-fields.js';
import { defineChildList } from '../../_kit/import/import-definition.js';
import { date, oneOf } from '../../_kit/import/plain-fields.js';
import { AssistiveDeviceEntity } from '../assistive-device.entity.js';
import { AssistiveDeviceKindEnum } from '../service.enums.js';
import { REGISTERED_CHILDREN } from './references.js';

export const assistiveDevicesList = defineChildList({
  list: 'assistive-devices',
  title: { en: 'Assistive devices', zh: '辅助器具' },
  register: 'ASSISTIVE_DEVICES',
  entity: AssistiveDeviceEntity,
  key: [...CHILD_KEY, 'kind', 'deliveredOn'],
  people: REGISTERED_CHILDREN,
  fields: {
    ...childFields,
    kind: oneOf(AssistiveDeviceKindEnum),
    deliveredOn: date,
  },
  childOf: namedChild,
  rowOf: (values) => values,
});
