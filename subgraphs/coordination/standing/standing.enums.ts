import type { RESIDENCE_SOURCES, STANDING_BASES } from '../../../policies/policy-vocabulary.js';
import { labelledEnum, type EnumValue, type Term } from '../../_kit/schema/label.js';

export const StandingEnum = labelledEnum(
  'Standing',
  {
    en: 'Standing in compulsory education',
    zh: '就学状况',
    detail: 'derived from all registers; UNVERIFIED is not "out of school"',
  },
  {
    IN_SCHOOL: { en: 'In school', zh: '在学' },
    SUSPECTED: { en: 'Suspected dropout', zh: '疑似辍学' },
    OUT_OF_SCHOOL: { en: 'Out of school', zh: '失学', detail: 'dropped out or never enrolled' },
    APPROVED_ABSENCE: { en: 'Approved absence', zh: '经批准未在校' },
    OUT_OF_SCOPE: {
      en: 'Out of scope',
      zh: '不在统计范围',
      detail: 'deceased, abroad, has finished grade 9, or over age',
    },
    UNVERIFIED: { en: 'Not verified', zh: '待核实', detail: 'nothing known explains where the child is' },
    NOT_YET_COMPULSORY: { en: 'Not yet of compulsory age', zh: '未到义务教育年龄' },
  },
);
export type Standing = EnumValue<typeof StandingEnum>;

export const StandingBasisEnum = labelledEnum(
  'StandingBasis',
  { en: 'What a standing rests on', zh: '就学状况依据' },
  {
    ON_THE_ROLL: { en: 'Student status in this county', zh: '本县学籍在读' },
    ROLL_CALL: { en: 'Met at the roll-call', zh: '进班点名在校' },
    SPECIAL_PLACEMENT: { en: 'Special-education placement', zh: '特殊教育安置' },
    STUDIES_ELSEWHERE: { en: 'Verified to study elsewhere', zh: '核实县外就读' },
    FIELD_FINDING: { en: 'Finding of a screening visit', zh: '入户摸排结果' },
    DISPOSITION: { en: 'Disposition of a difference', zh: '核查结论' },
    UNEXCUSED_ABSENCE: { en: 'Open spell of unexcused absence', zh: '持续无故缺勤' },
    OPEN_CASE: { en: 'Open dropout case', zh: '在办辍学个案' },
    CHILD_LABOUR: { en: 'Open child-labour case', zh: '在办童工案件' },
    STATUS_DROPPED_OUT: { en: 'Marked as dropped out', zh: '学籍标注辍学' },
    NEVER_ENROLLED: { en: 'Never enrolled', zh: '未入学' },
    APPROVAL: { en: 'Approved deferral, suspension or inability', zh: '延缓入学、休学或不能就学审批' },
    STATUS_SUSPENDED: { en: 'Status suspended', zh: '学籍休学' },
    DECEASED: { en: 'Deceased', zh: '死亡' },
    ABROAD: { en: 'Abroad', zh: '境外' },
    COMPLETED: { en: 'Finished compulsory education', zh: '完成义务教育' },
    OVER_AGE: { en: 'Over age', zh: '超龄' },
    NOT_YET_DUE: { en: 'Not yet due to enter', zh: '未到入学时间' },
    TRANSFER_IN_TRANSIT: { en: 'Transfer on its way', zh: '转学办理中' },
    TRANSFER_OVERDUE: { en: 'Transfer not completed in time', zh: '转学逾期未办结' },
    VERIFICATION_EXPIRED: { en: 'Verification has expired', zh: '核实结果已过期' },
    ABSENT_AT_ROLL_CALL: { en: 'On the roster, absent at the roll-call', zh: '有籍未到' },
    NO_EXPLANATION: { en: 'Nothing known explains it', zh: '无任何佐证' },
  } satisfies Record<(typeof STANDING_BASES)[number], Term>,
);
export type StandingBasis = EnumValue<typeof StandingBasisEnum>;

export const ResidenceSourceEnum = labelledEnum(
  'ResidenceSource',
  { en: 'What a place of residence rests on', zh: '居住地依据', detail: 'in order of strength' },
  {
    SCREENING: { en: 'Screening visit', zh: '入户摸排' },
    RESIDENCE_PERMIT: { en: 'Valid residence permit', zh: '有效居住证' },
    SCHOOL_RECORD: { en: "School's record", zh: '学籍登记住址' },
    FLOATING_POPULATION: { en: 'Record of a move', zh: '流动人口登记' },
    HOUSEHOLD_REGISTER: { en: 'Household register', zh: '户籍登记' },
    OTHER_REGISTER: { en: "Another agency's record", zh: '其他部门登记' },
  } satisfies Record<(typeof RESIDENCE_SOURCES)[number], Term>,
);
export type ResidenceSource = EnumValue<typeof ResidenceSourceEnum>;
