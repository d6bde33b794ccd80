import { createStudentType, type StudentReference } from '../_kit/student/student.type.js';

export const StudentType = createStudentType();
export type StudentType = StudentReference;
