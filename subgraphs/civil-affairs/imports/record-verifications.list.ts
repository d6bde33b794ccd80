import { CHILD_KEY, childFields, namedChild } from '../../_kit/import/child-fields.js';
import { defineChildList } from '../../_kit/import/import-definition.js';
import { date, oneOf } from '../../_kit/import/plain-fields.js';
import { RecordVerificationEntity } from '../care/record-verification.entity.js';
import { SpecialGroupEnum, VerificationOutcomeEnum } from '../care/special-group.enums.js';
import { FILES } from './references.js';

export const recordVerificationsList = defineChildList({
  list: 'record-verifications',
  title: { en: 'Verifications of special groups’ records', zh: '特殊群体核查记录' },
  register: 'CHILD_FILES',
  isSupplement: true,
  entity: RecordVerificationEntity,
  key: [...CHILD_KEY, 'specialGroup', 'verifiedOn'],
  recordedBy: 'recordedBy',
  people: FILES,
  fields: {
    ...childFields,
    specialGroup: oneOf(SpecialGroupEnum),
    verifiedOn: date,
    outcome: oneOf(VerificationOutcomeEnum),
  },
  childOf: namedChild,
  rowOf: (values) => ({ ...values, recordedBy: null }),
});
