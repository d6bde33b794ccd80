import type { EntitySchema } from '@mikro-orm/postgresql';
import { createRegisterLoader, type RegisterLoader } from '../_kit/register/register-loader.js';
import { createKeyLoader } from '../_kit/key-loader.js';
import type { LoaderContext } from '../_kit/request-context.js';
import type { EducationRegister } from './registers.js';
import { SchoolClassEntity } from './school-class.entity.js';
import { SchoolEntity } from './school.entity.js';
import { StudentStatusEntity } from './student-status.entity.js';

export type EducationLoaders = ReturnType<typeof createEducationLoaders>;

export function createEducationLoaders(context: LoaderContext) {
  const ofRegister = <Row extends { studentId: string }>(
    register: EducationRegister,
    entity: EntitySchema<Row>,
    orderBy: string,
  ): RegisterLoader<Row> => createRegisterLoader(context, entity, { register, orderBy });
  return {
    schools: createKeyLoader(context, SchoolEntity, 'code'),
    classes: createKeyLoader(context, SchoolClassEntity, 'code'),
    studentStatus: ofRegister('STUDENT_STATUS', StudentStatusEntity, 'enrolled_on desc, id desc'),
  };
}
