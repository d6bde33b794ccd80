import { labelledEnum, type EnumValue } from '../../_kit/schema/label.js';

export const AidVerdictEnum = labelledEnum(
  'AidVerdict',
  { en: 'What matching a child with a programme of aid found', zh: '应助尽助比对结果' },
  {
    ELIGIBLE_AIDED: { en: 'Eligible and aided', zh: '应助已助' },
    ELIGIBLE_NOT_AIDED: { en: 'Eligible and not aided', zh: '应助未助' },
    AIDED_NOT_ELIGIBLE: { en: 'Aided and not eligible', zh: '不应助而助' },
    NOT_ELIGIBLE: { en: 'Neither eligible nor aided', zh: '不符合条件' },
    UNKNOWN: { en: 'Cannot be told', zh: '无法判定', detail: 'never read it as "not eligible"' },
  },
);
export type AidVerdict = EnumValue<typeof AidVerdictEnum>;

export const AidConditionEnum = labelledEnum(
  'AidCondition',
  { en: 'Condition of a programme of aid', zh: '资助条件' },
  {
    POLICY: { en: 'A document in force here names the programme', zh: '本地执行该资助项目' },
    PUPIL: { en: 'Pupil of compulsory education at a school here', zh: '本地义务教育阶段在籍学生' },
    ATTENDANCE: { en: 'Boards, or goes home, as the programme asks', zh: '寄宿或走读' },
    AREA: { en: 'School lies where the programme runs', zh: '实施地区' },
    GROUP: { en: 'Belongs to one of its groups', zh: '资助对象类别' },
    NO_OTHER_AID: { en: "Meets no other programme's conditions", zh: '不符合其他资助条件' },
    AWARD: { en: 'Whether it was awarded', zh: '是否已获资助', detail: 'by the register of student aid' },
  },
);
export type AidCondition = EnumValue<typeof AidConditionEnum>;

export const AttendanceModeOfAidEnum = labelledEnum(
  'AidAttendanceMode',
  { en: 'Way of attending that aid depends on', zh: '就读方式(资助口径)' },
  {
    DAY: { en: 'Goes home every day', zh: '走读' },
    BOARDING: { en: 'Boards at school', zh: '寄宿' },
  },
);
export type AidAttendanceMode = EnumValue<typeof AttendanceModeOfAidEnum>;
