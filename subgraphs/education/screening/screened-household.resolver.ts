import { Ctx, FieldResolver, ID, Resolver, Root } from 'type-graphql';
import type { RequestContext } from '../../_kit/request-context.js';
import { describe } from '../../_kit/schema/label.js';
import type { EducationLoaders } from '../loaders.js';
import { SchoolType } from '../school/school.type.js';
import { SchoolingType } from '../status/schooling.type.js';
import { StudentType } from '../student.type.js';
import type { HouseholdScreening } from './household-screening.entity.js';
import {
  FieldScreeningRegisterType,
  ScreenedHouseholdType,
  ScreenedMemberType,
  ScreeningProblemType,
} from './screened-household.type.js';
import type { ScreenedMember } from './screened-member.entity.js';

type Context = RequestContext<EducationLoaders>;

@Resolver(() => ScreenedHouseholdType)
export class ScreenedHouseholdResolver {
  @FieldResolver(() => [ScreenedMemberType], {
    description: describe('Members', '家庭成员', 'the householder first; at most 30.'),
  })
  members(@Root() household: HouseholdScreening, @Ctx() { loaders }: Context): Promise<ScreenedMember[]> {
    return loaders.screenedMembers.load(household);
  }

  @FieldResolver(() => ID, { description: describe('Version that stands', '现行版本', 'for a correction.') })
  async version(@Root() household: HouseholdScreening, @Ctx() { loaders }: Context): Promise<string> {
    return loaders.versionOfHousehold(household, await loaders.screenedMembers.load(household));
  }
}

@Resolver(() => ScreenedMemberType)
export class ScreenedMemberResolver {
  @FieldResolver(() => StudentType, {
    nullable: true,
    description: describe('The child', '学生', 'null for an adult.'),
  })
  student(@Root() { studentId }: ScreenedMemberType): StudentType | null {
    return studentId == null ? null : { id: studentId };
  }

  @FieldResolver(() => SchoolType, {
    nullable: true,
    description: describe('School of the county', '就读学校', 'null where it studies at none.'),
  })
  school(
    @Root() { schoolCode }: ScreenedMemberType,
    @Ctx() { loaders }: Context,
  ): Promise<object | null> | null {
    return schoolCode == null ? null : loaders.schools.load(schoolCode);
  }
}

@Resolver(() => ScreeningProblemType)
export class ScreeningProblemResolver {
  @FieldResolver(() => StudentType, {
    nullable: true,
    description: describe('Child that it concerns', '学生', 'null where it concerns none.'),
  })
  student(@Root() { studentId }: ScreeningProblemType): StudentType | null {
    return studentId === null ? null : { id: studentId };
  }
}

@Resolver(() => SchoolingType)
export class SchoolingScreeningResolver {
  @FieldResolver(() => FieldScreeningRegisterType, {
    description: describe('Field screening', '学户普查与文化户口'),
  })
  async fieldScreening(@Root() { student }: SchoolingType, @Ctx() { loaders }: Context): Promise<object> {
    const { register, rows } = await loaders.fieldScreenings.load(student);
    return { register, latest: rows[0] ?? null, records: rows };
  }
}
