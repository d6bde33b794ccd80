import { Arg, Args, Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { RequiresScope } from '../../_kit/access/requires-scope.js';
import type { RequestContext } from '../../_kit/request-context.js';
import { connectionOf, pageRequest, PageArgs, type Connection } from '../../_kit/schema/connection.js';
import { describe } from '../../_kit/schema/label.js';
import type { EducationLoaders } from '../loaders.js';
import type { RollCall } from '../attendance/roll-call.list.js';
import { RollCallConnectionType } from '../attendance/roll-call.type.js';
import type { SchoolClass } from './school-class.entity.js';
import { SchoolClassConnectionType } from './school-class.type.js';
import { assertSchoolWithinReach } from './school-reach.js';
import { SchoolType } from './school.type.js';
import { EDUCATION_SCOPES } from '../scopes.js';
import type { StudentStatus } from '../status/student-status.entity.js';
import { SchoolStudentConnectionType } from '../status/student-status.type.js';

type Context = RequestContext<EducationLoaders>;

/** What stands inside a school, for those who reach it. */
@Resolver(() => SchoolType)
export class SchoolContentsResolver {
  @RequiresScope(EDUCATION_SCOPES.readSchooling)
  @FieldResolver(() => SchoolStudentConnectionType, {
    nullable: true,
    description: describe('Pupils on the roll', '在籍学生', 'those within reach, by grade.'),
  })
  async students(
    @Root() school: SchoolType,
    @Arg('grade', () => Int, { nullable: true, description: describe('One grade alone', '年级', '1 to 9.') })
    grade: number | null,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { loaders, caller }: Context,
  ): Promise<Connection<StudentStatus>> {
    assertSchoolWithinReach(caller, school);
    const request = pageRequest(page, ['integer', 'id']);
    const filter = { grade: grade ?? null };
    const rows = await loaders.rolls.load({ parent: school.code, ...request, filter });
    return connectionOf(rows, request.limit, (row) => [row.grade, String(row.id)]);
  }

  @FieldResolver(() => SchoolClassConnectionType, {
    nullable: true,
    description: describe(
      'Classes',
      '班级',
      'in order of code, which begins with the grade within the school.',
    ),
  })
  async classes(
    @Root() school: SchoolType,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { loaders, caller }: Context,
  ): Promise<Connection<SchoolClass>> {
    assertSchoolWithinReach(caller, school);
    const request = pageRequest(page, ['text']);
    const rows = await loaders.classPages.load({ parent: school.code, ...request, filter: null });
    return connectionOf(rows, request.limit, ({ code }) => [code]);
  }

  @FieldResolver(() => RollCallConnectionType, {
    nullable: true,
    description: describe('Roll-calls', '进班点名', 'newest first, then by class.'),
  })
  async rollCalls(
    @Root() school: SchoolType,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { loaders, caller }: Context,
  ): Promise<Connection<RollCall>> {
    assertSchoolWithinReach(caller, school);
    const request = pageRequest(page, ['date', 'text']);
    const rows = await loaders.rollCallPages.load({ parent: school.code, ...request, filter: null });
    return connectionOf(rows, request.limit, ({ calledOn, classCode }) => [calledOn, classCode]);
  }
}
