import { labelledEnum, type EnumValue } from '../../_kit/schema/label.js';

/** The ladder, in order (青政办发〔2018〕49号 三（一）; 故陵府发 same steps). */
export const EnforcementStepEnum = labelledEnum(
  'EnforcementStep',
  { en: 'Step of enforcement', zh: '依法控辍程序' },
  {
    ENROLMENT_NOTICE: { en: 'Enrolment notice', zh: '义务教育入学通知书' },
    RETURN_ORDER: { en: 'Time-limited enrolment or return order', zh: '限期入学、复学通知书' },
    CRITICISM_EDUCATION: { en: 'Criticism and education', zh: '批评教育' },
    RECTIFICATION_ORDER: { en: 'Rectification order', zh: '责令限期改正' },
    JUDICIAL_DOCUMENT: { en: 'Judicial document', zh: '司法文书' },
    LEGAL_LIABILITY: { en: 'Legal liability', zh: '追究法律责任' },
  },
);
export type EnforcementStep = EnumValue<typeof EnforcementStepEnum>;

export const OrderKindEnum = labelledEnum(
  'OrderKind',
  { en: 'What an order asks for', zh: '责令事项' },
  { ENROL: { en: 'To enrol', zh: '入学' }, RETURN: { en: 'To return', zh: '复学' } },
);
