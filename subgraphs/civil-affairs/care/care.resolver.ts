import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { RequiresScope } from '../../_kit/access/requires-scope.js';
import type { RequestContext } from '../../_kit/request-context.js';
import { describe } from '../../_kit/schema/label.js';
import { ChildGuardianType } from '../child-file.type.js';
import type { ChildGuardian } from '../child-guardian.entity.js';
import { LeftBehindChildType } from '../left-behind-child.type.js';
import type { CivilAffairsLoaders } from '../loaders.js';
import { CIVIL_AFFAIRS_SCOPES } from '../scopes.js';
import { EntrustGuardianInput, EntrustGuardianPayload } from './care.input.js';
import { leftBehindFileGaps, substituteOf } from './left-behind-file.js';
import { LeftBehindFileGapEnum, type LeftBehindFileGap } from './special-group.enums.js';

type Context = RequestContext<CivilAffairsLoaders>;

@Resolver()
export class CareCommandResolver {
  @RequiresScope(CIVIL_AFFAIRS_SCOPES.entrustGuardians)
  @Mutation(() => EntrustGuardianPayload, {
    description: describe('Records a substitute guardian of a left-behind child', '登记留守儿童代理监护人'),
  })
  entrustGuardian(
    @Arg('input', () => EntrustGuardianInput, { description: describe('The guardian', '代理监护人') })
    input: EntrustGuardianInput,
    @Ctx() { loaders }: Context,
  ): Promise<object> {
    return loaders.entrustGuardian(input);
  }
}

@Resolver(() => LeftBehindChildType)
export class LeftBehindFileResolver {
  @FieldResolver(() => ChildGuardianType, {
    nullable: true,
    description: describe(
      'Substitute guardian on the file',
      '代理监护人',
      'null where the file names none, which is a gap of the file.',
    ),
  })
  async substituteGuardian(
    @Root() { studentId }: LeftBehindChildType,
    @Ctx() { loaders }: Context,
  ): Promise<ChildGuardian | null> {
    return substituteOf((await loaders.guardiansOfChild(studentId)) ?? []);
  }

  @FieldResolver(() => [LeftBehindFileGapEnum.type], {
    nullable: true,
    description: describe(
      'What the file lacks',
      '档案缺项',
      'computed; empty when it is complete, null where the files cannot tell or the record holds no more.',
    ),
  })
  async fileGaps(
    @Root() child: LeftBehindChildType,
    @Ctx() { loaders }: Context,
  ): Promise<readonly LeftBehindFileGap[] | null> {
    const [plan, guardians] = await Promise.all([
      loaders.verificationOf(child, 'LEFT_BEHIND'),
      loaders.guardiansOfChild(child.studentId),
    ]);
    return plan && guardians !== undefined ? leftBehindFileGaps(guardians, plan) : null;
  }
}
