import type { EntitySchema } from '@mikro-orm/postgresql';
import { CHILD_KEY, childFields, namedChild } from '../import/child-fields.js';
import { defineChildList, type ImportedList } from '../import/import-definition.js';
import { date, oneOf } from '../import/plain-fields.js';
import type { LabelledEnum } from '../schema/label.js';
import { RecordVerificationEntity } from './record-verification.entity.js';
import { VerificationOutcomeEnum } from './verification.enums.js';

/** Verifications of an agency that it keeps in a system of its own. @param people tables by whose numbers it names a child */
export function recordVerificationsList<Group extends string>(
  register: string,
  groups: LabelledEnum<Group>,
  people: readonly EntitySchema[],
): ImportedList {
  return defineChildList({
    list: 'record-verifications',
    title: { en: 'Verifications of special groups’ records', zh: '特殊群体核查记录' },
    register,
    isSupplement: true,
    entity: RecordVerificationEntity,
    key: [...CHILD_KEY, 'specialGroup', 'verifiedOn'],
    recordedBy: 'recordedBy',
    people,
    fields: {
      ...childFields,
      specialGroup: oneOf(groups),
      verifiedOn: date,
      outcome: oneOf(VerificationOutcomeEnum),
    },
    childOf: namedChild,
    rowOf: (values) => ({ ...values, recordedBy: null }),
  });
}
