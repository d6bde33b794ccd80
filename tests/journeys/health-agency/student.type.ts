import { createStudentType, type StudentReference } from '../../../subgraphs/_kit/student/student.type.js';

export const StudentType = createStudentType();
export type StudentType = StudentReference;
