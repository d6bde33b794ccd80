import { childFields, describedChild, residence } from '../../_kit/import/child-fields.js';
import { defineChildList } from '../../_kit/import/import-definition.js';
import { divisionCode } from '../../_kit/import/number-fields.js';
import { date, text } from '../../_kit/import/plain-fields.js';
import { PushedDownCaseEntity } from '../pushed-down/pushed-down-case.entity.js';

/** What the national platform sends down, batch by batch; its reasons are its own words. */
export const suspectedPupilsList = defineChildList({
  list: 'suspected-pupils',
  title: { en: 'Suspected pupils of the national platform', zh: '国家平台下发疑似名单' },
  register: 'NATIONAL_PLATFORM',
  entity: PushedDownCaseEntity,
  key: ['platformNumber'],
  keptBy: ['platformNumber'],
  fields: {
    ...childFields,
    platformNumber: text,
    batch: text,
    divisionCode,
    reason: text,
    pushedOn: date,
    dueOn: date,
  },
  childOf: describedChild,
  scopesOf: ({ divisionCode: code }) => residence(code),
  rowOf: (values, { childKey }, { described }) => ({
    ...values,
    ...described,
    sourceKey: childKey,
    childName: values.name,
  }),
});
