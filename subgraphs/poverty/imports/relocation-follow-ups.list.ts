import { CHILD_KEY, childFields, namedChild } from '../../_kit/import/child-fields.js';
import { optional } from '../../_kit/import/field-kind.js';
import { defineChildList } from '../../_kit/import/import-definition.js';
import { schoolCode } from '../../_kit/import/number-fields.js';
import { date, oneOf } from '../../_kit/import/plain-fields.js';
import { RelocatedSchoolPlaceEnum } from '../follow-ups/follow-up.enums.js';
import { RelocationFollowUpEntity } from '../follow-ups/relocation-follow-up.entity.js';
import { MEMBERS } from './references.js';

export const relocationFollowUpsList = defineChildList({
  list: 'relocation-follow-ups',
  title: { en: 'Follow-ups of relocated children', zh: '搬迁户子女入学跟踪' },
  register: 'RELOCATION',
  isSupplement: true,
  entity: RelocationFollowUpEntity,
  key: [...CHILD_KEY, 'followedOn'],
  recordedBy: 'recordedBy',
  people: MEMBERS,
  fields: {
    ...childFields,
    followedOn: date,
    schoolPlace: oneOf(RelocatedSchoolPlaceEnum),
    schoolCode: optional(schoolCode),
  },
  childOf: namedChild,
  rowOf: (values) => ({ ...values, recordedBy: null }),
});
