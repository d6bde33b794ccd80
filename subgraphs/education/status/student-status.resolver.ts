import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { RequestContext } from '../../_kit/request-context.js';
import { DivisionType } from '../../_kit/schema/division.type.js';
import { describe } from '../../_kit/schema/label.js';
import { currentStatus } from '../../../policies/current-status.js';
import { ListedChildType } from './listed-child.type.js';
import type { EducationLoaders } from '../loaders.js';
import { SchoolGuardianType } from '../care/school-guardian.type.js';
import { SchoolingType } from './schooling.type.js';
import { StatusChangeType } from './status-change.type.js';
import { StudentStatusRegisterType, StudentStatusType } from './student-status.type.js';

type Context = RequestContext<EducationLoaders>;

@Resolver(() => SchoolingType)
export class SchoolingStatusResolver {
  @FieldResolver(() => StudentStatusRegisterType, { description: describe('Student status', '学籍') })
  async studentStatus(@Root() { student }: SchoolingType, @Ctx() { loaders }: Context): Promise<object> {
    const { register, rows } = await loaders.studentStatus.load(student);
    return { student, register, current: currentStatus(rows), records: rows };
  }
}

@Resolver(() => StudentStatusRegisterType)
export class StudentStatusRegisterResolver {
  @FieldResolver(() => [StatusChangeType], { description: describe('Changes', '学籍异动', 'newest first.') })
  async changes(
    @Root() { student }: StudentStatusRegisterType,
    @Ctx() { loaders }: Context,
  ): Promise<readonly object[]> {
    return (await loaders.statusChanges.load(student)).rows;
  }

  @FieldResolver(() => [SchoolGuardianType], { description: describe('Guardians', '监护人') })
  async guardians(
    @Root() { student }: StudentStatusRegisterType,
    @Ctx() { loaders }: Context,
  ): Promise<readonly object[]> {
    return (await loaders.guardians.load(student)).rows;
  }

  @FieldResolver(() => ListedChildType, {
    nullable: true,
    description: describe(
      'On another list, without a status',
      '无学籍在册',
      'null for a child that no such list names.',
    ),
  })
  async listedAs(
    @Root() { student }: StudentStatusRegisterType,
    @Ctx() { loaders }: Context,
  ): Promise<object | null> {
    return (await loaders.listedChildren.load(student)).rows[0] ?? null;
  }
}

@Resolver(() => StudentStatusType)
export class StudentStatusHomeResolver {
  @FieldResolver(() => DivisionType, {
    description: describe('Home, as the school wrote it', '家庭住址区划'),
  })
  residenceDivision(
    @Root() { residenceDivisionCode }: StudentStatusType,
    @Ctx() { loaders }: Context,
  ): Promise<DivisionType> {
    return loaders.divisions.load(residenceDivisionCode);
  }
}
