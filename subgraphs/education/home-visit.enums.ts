import { labelledEnum } from '../_kit/schema/label.js';

export const HomeVisitorPostEnum = labelledEnum(
  'HomeVisitorPost',
  { en: 'Post of the visitor', zh: '家访人员' },
  {
    CLASS_TEACHER: { en: 'Class teacher', zh: '班主任' },
    SUBJECT_TEACHER: { en: 'Subject teacher', zh: '任课教师' },
    SCHOOL_LEADER: { en: 'School leader', zh: '学校领导' },
  },
);

export const HomeVisitOccasionEnum = labelledEnum(
  'HomeVisitOccasion',
  { en: 'Occasion of a home visit', zh: '家访事由' },
  {
    ROUTINE: { en: 'Routine', zh: '常规家访' },
    ABSENCE: { en: 'Absence', zh: '缺勤家访' },
    HARDSHIP: { en: 'Hardship', zh: '困难学生家访' },
    TRANSITION: { en: 'Transition from primary to junior school', zh: '小升初家访' },
  },
);
