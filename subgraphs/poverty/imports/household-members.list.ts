import { listedFields, ofListedChild } from '../../_kit/import/child-fields.js';
import { optional } from '../../_kit/import/field-kind.js';
import { defineChildList } from '../../_kit/import/import-definition.js';
import { text } from '../../_kit/import/plain-fields.js';
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
    ...listedFields,
    householdCode: optional(text),
  },
  ...ofListedChild,
  rowOf: (values, { rowKey }) => ({ ...values, sourceKey: rowKey, childName: values.name }),
});
