import { Arg, Ctx, FieldResolver, ID, Resolver, Root } from 'type-graphql';
import { Holds } from '../../_kit/access/data-class.js';
import { RequiresScope } from '../../_kit/access/requires-scope.js';
import { HubError } from '../../_kit/errors.js';
import type { RequestContext } from '../../_kit/request-context.js';
import { DivisionType } from '../../_kit/schema/division.type.js';
import { describe } from '../../_kit/schema/label.js';
import type { StudentIdentity } from '../../_kit/student/student-identity.js';
import { StudentType } from '../student.type.js';
import type { CoordinationLoaders } from '../loaders.js';
import { SchoolAgeEntryType, SourceVersionType } from './school-age-entry.type.js';
import { COORDINATION_SCOPES } from '../scopes.js';

type Context = RequestContext<CoordinationLoaders>;

/** Shorter is no reason; longer is a story, which may name people. */
const REASON_LENGTH = { from: 5, to: 200 };

@Resolver(() => StudentType)
export class StudentRegisterEntryResolver {
  @RequiresScope(COORDINATION_SCOPES.readRegisterEntry)
  @FieldResolver(() => SchoolAgeEntryType, {
    nullable: true,
    description: describe('Entry of the school-age register', '适龄儿童少年台账', 'from coordination.'),
  })
  async registerEntry(@Root() student: StudentIdentity, @Ctx() { loaders }: Context): Promise<object> {
    const { register, rows } = await loaders.entries.load(student);
    return { ...rows[0], register };
  }

  @RequiresScope(COORDINATION_SCOPES.readRegisterEntry)
  @FieldResolver(() => [ID], {
    nullable: true,
    description: describe(
      'Other ids of the same child',
      '曾用标识',
      'from corrected or changed numbers; each is accepted wherever an id is asked for.',
    ),
  })
  formerIds(@Root() { id, memberIds }: StudentIdentity): string[] {
    return memberIds.filter((memberId) => memberId !== id).toSorted();
  }
}

@Resolver(() => SchoolAgeEntryType)
export class SchoolAgeEntryResolver {
  @FieldResolver(() => DivisionType, {
    nullable: true,
    description: describe('Place of registration', '户籍地', 'null when registered outside this county.'),
  })
  registeredDivision(
    @Root() { registeredDivisionCode: code }: SchoolAgeEntryType,
    @Ctx() { loaders }: Context,
  ): Promise<DivisionType> | null {
    return code ? loaders.divisions.load(code) : null;
  }

  @FieldResolver(() => DivisionType, {
    nullable: true,
    description: describe('Place of residence', '居住地', 'null when it lies outside this county.'),
  })
  residenceDivision(
    @Root() { residenceDivisionCode: code }: SchoolAgeEntryType,
    @Ctx() { loaders }: Context,
  ): Promise<DivisionType> | null {
    return code ? loaders.divisions.load(code) : null;
  }

  @FieldResolver(() => [SourceVersionType], {
    nullable: true,
    description: describe(
      'Registers that the entry rests on',
      '数据来源',
      'as the last comparison has read them.',
    ),
  })
  async sources(
    @Root() { foundIn }: SchoolAgeEntryType,
    @Ctx() { loaders }: Context,
  ): Promise<SourceVersionType[] | null> {
    if (!foundIn) return null;
    const versions = await loaders.sourceVersions();
    return foundIn.flatMap((source) => versions.get(source) ?? []);
  }

  @RequiresScope(COORDINATION_SCOPES.revealResidentIdNumber)
  @Holds('RESIDENT_NUMBER')
  @FieldResolver(() => String, {
    nullable: true,
    description: describe(
      'Resident ID number in full',
      '公民身份号码(明文)',
      'for one child whose papers have to be written; null when none is recorded.',
    ),
  })
  residentIdNumber(
    @Root() { residentIdNumberSealed }: SchoolAgeEntryType,
    @Arg('reason', () => String, {
      description: describe('Why it is needed', '查看理由', 'at least five characters, without names.'),
    })
    reason: string,
    @Ctx() { loaders }: Context,
  ): string | null {
    const length = [...reason.trim()].length;
    if (length < REASON_LENGTH.from || length > REASON_LENGTH.to)
      throw new HubError('BAD_USER_INPUT', 'The reason has 5 to 200 characters.');
    return residentIdNumberSealed ? loaders.openResidentIdNumber(residentIdNumberSealed) : null;
  }
}
