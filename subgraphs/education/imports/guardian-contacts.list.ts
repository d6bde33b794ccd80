import { CHILD_KEY, childFields, namedChild } from '../../_kit/import/child-fields.js';
import { defineChildList } from '../../_kit/import/import-definition.js';
import { date, oneOf, text } from '../../_kit/import/plain-fields.js';
import { ContactChannelEnum, ContactOutcomeEnum } from '../care/guardian-contact.enums.js';
import { GuardianContactEntity } from '../care/guardian-contact.entity.js';
import { PUPILS } from './references.js';

export const guardianContactsList = defineChildList({
  list: 'guardian-contacts',
  title: { en: 'Contacts about absences', zh: '缺勤联系监护人记录' },
  register: 'ATTENDANCE',
  isSupplement: true,
  entity: GuardianContactEntity,
  key: [...CHILD_KEY, 'absentOn', 'contactedOn', 'channel'],
  recordedBy: 'recordedBy',
  people: PUPILS,
  fields: {
    ...childFields,
    absentOn: date,
    contactedOn: date,
    teacherName: text,
    channel: oneOf(ContactChannelEnum),
    outcome: oneOf(ContactOutcomeEnum),
  },
  childOf: namedChild,
  rowOf: (values) => ({ ...values, recordedBy: null, recordedOn: null }),
});
