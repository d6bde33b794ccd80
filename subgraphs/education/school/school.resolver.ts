import { Arg, Args, Ctx, FieldResolver, Int, Query, Resolver, Root } from 'type-graphql';
import { RequiresScope } from '../../_kit/access/requires-scope.js';
import type { RegisterState } from '../../_kit/register/register-state.js';
import { RegisterStateType } from '../../_kit/register/register-state.type.js';
import type { RequestContext } from '../../_kit/request-context.js';
import { PageArgs, type Connection } from '../../_kit/schema/connection.js';
import { DivisionType } from '../../_kit/schema/division.type.js';
import { describe } from '../../_kit/schema/label.js';
import type { EducationLoaders } from '../loaders.js';
import { EDUCATION_SCOPES } from '../scopes.js';
import { fundedHeadCount } from './funded-head-count.js';
import type { School } from './school.entity.js';
import { SchoolFilter } from './school.input.js';
import { findSchool } from './school-reach.js';
import { SchoolConnectionType, SchoolCounsellingType, SchoolType } from './school.type.js';

type Context = RequestContext<EducationLoaders>;

@Resolver(() => SchoolType)
export class SchoolResolver {
  @RequiresScope(EDUCATION_SCOPES.readSchools)
  @Query(() => SchoolType, { nullable: true, description: describe('School by its code', '按标识码查学校') })
  school(
    @Arg('code', () => String, { description: describe('School identifier code', '学校标识码') })
    code: string,
    @Ctx() context: Context,
  ): Promise<object> {
    return findSchool(code, context);
  }

  @RequiresScope(EDUCATION_SCOPES.readSchools)
  @Query(() => SchoolConnectionType, {
    nullable: true,
    description: describe('Schools within reach', '学校列表', 'in order of code.'),
  })
  schools(
    @Arg('filter', () => SchoolFilter, { nullable: true, description: describe('Which schools', '筛选条件') })
    filter: SchoolFilter | null,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { loaders }: Context,
  ): Promise<Connection<School>> {
    return loaders.listSchools(filter ?? {}, page);
  }

  @FieldResolver(() => DivisionType, { description: describe('Where it stands', '所在区划') })
  division(@Root() { divisionCode }: SchoolType, @Ctx() { loaders }: Context): Promise<DivisionType> {
    return loaders.divisions.load(divisionCode);
  }

  @FieldResolver(() => SchoolType, {
    nullable: true,
    description: describe('Central school', '中心学校', 'the one that runs this teaching point; else null.'),
  })
  centralSchool(
    @Root() { centralSchoolCode }: SchoolType,
    @Ctx() { loaders }: Context,
  ): Promise<object | null> | null {
    return centralSchoolCode === null ? null : loaders.schools.load(centralSchoolCode);
  }

  @FieldResolver(() => SchoolCounsellingType, { description: describe('Counselling', '心理辅导') })
  counselling(
    @Root() { fullTimeCounsellors, partTimeCounsellors, hasCounsellingRoom }: SchoolType,
  ): SchoolCounsellingType {
    return { fullTime: fullTimeCounsellors, partTime: partTimeCounsellors, hasRoom: hasCounsellingRoom };
  }

  @FieldResolver(() => Int, {
    nullable: true,
    description: describe(
      'Pupils on the roll',
      '在籍学生数',
      'null where the student status is not loaded, as `rollRegister` says.',
    ),
  })
  async pupilCount(@Root() { code }: SchoolType, @Ctx() { loaders }: Context): Promise<number | null> {
    return (await loaders.isLoaded('STUDENT_STATUS')) ? loaders.schoolSizes.load(code) : null;
  }

  @FieldResolver(() => RegisterStateType, {
    description: describe('State of the student status at this school', '学籍名册状态'),
  })
  rollRegister(@Root() { code }: SchoolType, @Ctx() { loaders }: Context): Promise<RegisterState> {
    return loaders.rollStateOf(code);
  }

  @FieldResolver(() => Int, {
    nullable: true,
    description: describe(
      'Pupils by whom its public funds are reckoned',
      '公用经费核定人数',
      'of a small village primary school the number of the policy; null where nobody says whether it is one, or the student status is not loaded.',
    ),
  })
  async fundedHeadCount(
    @Root() { code, kind, urbanRuralClass }: SchoolType,
    @Ctx() { loaders }: Context,
  ): Promise<number | null> {
    if (!(await loaders.isLoaded('STUDENT_STATUS'))) return null;
    const [pupils, { schools }] = await Promise.all([loaders.schoolSizes.load(code), loaders.policyOf(code)]);
    return fundedHeadCount({ kind, urbanRuralClass }, pupils, schools.smallScaleBelow.value);
  }
}
