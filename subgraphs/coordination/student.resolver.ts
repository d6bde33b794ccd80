import { Arg, Args, Ctx, ID, Query, Resolver } from 'type-graphql';
import { RequiresScope } from '../_kit/access/requires-scope.js';
import { HubError } from '../_kit/errors.js';
import type { RequestContext } from '../_kit/request-context.js';
import { PageArgs, type Connection } from '../_kit/schema/connection.js';
import { describe } from '../_kit/schema/label.js';
import { StudentType } from './student.type.js';
import type { CoordinationLoaders } from './loaders.js';
import { COORDINATION_SCOPES } from './scopes.js';
import {
  FindStudentInput,
  StudentConnectionType,
  StudentFilter,
  StudentOrderEnum,
  type StudentOrder,
} from './register/student-list.type.js';

type Context = RequestContext<CoordinationLoaders>;

@Resolver(() => StudentType)
export class StudentResolver {
  @RequiresScope(COORDINATION_SCOPES.readRegisterEntry)
  @Query(() => StudentType, {
    nullable: true,
    description: describe('Student by any of its ids', '按标识查学生'),
  })
  async student(
    @Arg('id', () => ID, { description: describe('Any id of the child', '学生标识') }) id: string,
    @Ctx() { loaders }: Context,
  ): Promise<StudentType> {
    const student = await loaders.students.load(id);
    if (!student) throw new HubError('NOT_FOUND');
    return { id: student.id };
  }

  @RequiresScope(COORDINATION_SCOPES.readRegisterEntry)
  @Query(() => StudentConnectionType, {
    nullable: true,
    description: describe('Students within reach', '学生列表', 'from the school-age register.'),
  })
  students(
    @Arg('filter', () => StudentFilter, {
      nullable: true,
      description: describe('Which children', '筛选条件'),
    })
    filter: StudentFilter | null,
    @Arg('orderBy', () => StudentOrderEnum.type, {
      defaultValue: 'NAME',
      description: describe('Order', '排序'),
    })
    orderBy: StudentOrder,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { loaders }: Context,
  ): Promise<Connection<StudentType>> {
    return loaders.listStudents({ filter: filter ?? {}, orderBy, page });
  }

  @RequiresScope(COORDINATION_SCOPES.findStudent)
  @Query(() => StudentType, {
    nullable: true,
    description: describe(
      'Student by resident ID number and name',
      '按证件查学生',
      'unknown, differing in name and out of reach give the same error.',
    ),
  })
  findStudent(
    @Arg('input', () => FindStudentInput, { description: describe('Whom to look for', '查找条件') })
    input: FindStudentInput,
    @Ctx() { loaders }: Context,
  ): Promise<StudentType> {
    return loaders.findStudent(input);
  }
}
