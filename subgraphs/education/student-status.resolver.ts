import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { RequestContext } from '../_kit/request-context.js';
import { describe } from '../_kit/schema/label.js';
import type { EducationLoaders } from './loaders.js';
import { SchoolClassType } from './school-class.type.js';
import { SchoolType } from './school.type.js';
import { SchoolingType } from './schooling.type.js';
import { currentStatus } from './current-status.js';
import type { StudentStatus } from './student-status.entity.js';
import { StudentStatusRegisterType, StudentStatusType } from './student-status.type.js';

@Resolver(() => SchoolingType)
export class SchoolingStatusResolver {
  @FieldResolver(() => StudentStatusRegisterType, { description: describe('Student status', '学籍') })
  async studentStatus(
    @Root() { student }: SchoolingType,
    @Ctx() { loaders }: RequestContext<EducationLoaders>,
  ): Promise<object> {
    const { register, rows } = await loaders.studentStatus.load(student);
    return { register, current: currentStatus(rows), records: rows };
  }
}

@Resolver(() => StudentStatusType)
export class StudentStatusPlaceResolver {
  @FieldResolver(() => SchoolType, {
    nullable: true,
    description: describe('School', '学校', 'null for a code that is not on the list of schools.'),
  })
  school(
    @Root() record: StudentStatus,
    @Ctx() { loaders }: RequestContext<EducationLoaders>,
  ): Promise<object | null> {
    return loaders.schools.load(record.schoolCode);
  }

  @FieldResolver(() => SchoolClassType, {
    nullable: true,
    description: describe('Class', '班级', 'null when the child has left its class.'),
  })
  schoolClass(
    @Root() record: StudentStatus,
    @Ctx() { loaders }: RequestContext<EducationLoaders>,
  ): Promise<object | null> | null {
    return record.classCode ? loaders.classes.load(record.classCode) : null;
  }
}
