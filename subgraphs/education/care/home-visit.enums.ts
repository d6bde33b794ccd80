import { labelledEnum } from '../../_kit/schema/label.js';

export const HomeVisitorPostEnum = labelledEnum(
  'HomeVisitorPost',
  { en: 'Post of the visitor', zh: '家访人员' },
  {
    CLASS_TEACHER: { en: 'Class teacher', zh: '班主任' },
    SUBJECT_TEACHER: { en: 'Subject teacher', zh: '任课教师' },
    SCHOOL_LEADER: { en: 'School leader', zh: '学校领导' },
  },
);

export const HomeVisitFindingEnum = labelledEnum(
  'HomeVisitFinding',
  { en: 'What a home visit found', zh: '家访发现' },
  {
    NOTHING: { en: 'Nothing of note', zh: '无异常' },
    HARDSHIP: { en: 'Hardship of the family', zh: '家庭困难' },
    GUARDIANSHIP_GAP: { en: 'Gap in guardianship', zh: '监护缺失' },
    LEARNING_DIFFICULTY: { en: 'Learning difficulty', zh: '学习困难' },
    THINKS_OF_LEAVING: { en: 'Thinks of leaving school', zh: '有辍学苗头' },
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
