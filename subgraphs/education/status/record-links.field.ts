import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { RequestContext } from '../../_kit/request-context.js';
import { describe } from '../../_kit/schema/label.js';
import { StudentType } from '../student.type.js';
import type { EducationLoaders } from '../loaders.js';
import { SchoolClassType } from '../school/school-class.type.js';
import { SchoolType } from '../school/school.type.js';

type ClassType<T extends object = object> = new () => T;

/** Adds `student` to a type of records that stand in lists over many children; the gate guards what it leads to. */
export function studentField(type: ClassType): ClassType {
  @Resolver(() => type)
  class StudentFieldResolver {
    @FieldResolver(() => StudentType, { nullable: true, description: describe('The child', '学生') })
    student(@Root() { studentId }: { studentId: string }): { id: string } {
      return { id: studentId };
    }
  }
  return StudentFieldResolver;
}

/** Adds `school` to a type of records that hold a `schoolCode`: of a child that is seen, the school is seen too. */
export function schoolField(type: ClassType): ClassType {
  @Resolver(() => type)
  class SchoolFieldResolver {
    @FieldResolver(() => SchoolType, {
      nullable: true,
      description: describe('School', '学校', 'null for a code that is not on the list of schools.'),
    })
    school(
      @Root() { schoolCode }: { schoolCode: string | null },
      @Ctx() { loaders }: RequestContext<EducationLoaders>,
    ): Promise<object | null> | null {
      return schoolCode === null ? null : loaders.schools.load(schoolCode);
    }
  }
  return SchoolFieldResolver;
}

/** Adds `schoolClass` to a type of records that hold a `classCode`. */
export function schoolClassField(type: ClassType): ClassType {
  @Resolver(() => type)
  class SchoolClassFieldResolver {
    @FieldResolver(() => SchoolClassType, {
      nullable: true,
      description: describe('Class', '班级', 'null without a class, or for one that is not on the list.'),
    })
    schoolClass(
      @Root() { classCode }: { classCode: string | null },
      @Ctx() { loaders }: RequestContext<EducationLoaders>,
    ): Promise<object | null> | null {
      return classCode === null ? null : loaders.classes.load(classCode);
    }
  }
  return SchoolClassFieldResolver;
}
