import { CHILD_KEY, childFields, namedChild } from '../../_kit/import/child-fields.js';
import { optional } from '../../_kit/import/field-kind.js';
import { defineChildList } from '../../_kit/import/import-definition.js';
import { schoolCode } from '../../_kit/import/number-fields.js';
import { date, oneOf, text } from '../../_kit/import/plain-fields.js';
import { DropoutReportEntity } from '../reporting/dropout-report.entity.js';
import { ReportRecipientEnum } from '../reporting/reporting.enums.js';
import { PUPILS, SCHOOL } from './references.js';

/** Written reports that schools have sent on paper, one row for each office. */
export const dropoutReportsList = defineChildList({
  list: 'dropout-reports',
  title: { en: 'Written reports of dropouts', zh: '辍学书面报告' },
  register: 'DROPOUT_REPORTING',
  isSupplement: true,
  entity: DropoutReportEntity,
  key: [...CHILD_KEY, 'recipient', 'leftOn'],
  recordedBy: 'reportedBy',
  recorded: { in: 'recorded' },
  references: { schoolCode: SCHOOL },
  people: PUPILS,
  fields: {
    ...childFields,
    schoolCode,
    recipient: oneOf(ReportRecipientEnum, { 乡镇: 'TOWNSHIP', 街道: 'TOWNSHIP' }),
    leftOn: date,
    reportedOn: date,
    receivedOn: optional(date),
    recommendation: optional(text),
  },
  childOf: namedChild,
  rowOf: (values) => ({ ...values, reportedBy: null, receivedBy: null, recorded: {} }),
});
