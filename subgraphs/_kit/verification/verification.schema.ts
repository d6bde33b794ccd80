import {
  Arg,
  Ctx,
  Field,
  FieldResolver,
  ID,
  InputType,
  Int,
  Mutation,
  ObjectType,
  Resolver,
  Root,
} from 'type-graphql';
import type { DataClass } from '../../../policies/purposes.js';
import { Holds } from '../access/data-class.js';
import { RequiresScope } from '../access/requires-scope.js';
import type { RequestContext } from '../request-context.js';
import { IsoDateScalar } from '../schema/date.scalar.js';
import { describe, type LabelledEnum } from '../schema/label.js';
import { recordedPayload } from '../schema/recorded-payload.js';
import type { VerificationPlan, VerifiedRecord } from './verification-plan.js';
import {
  VerificationOutcomeEnum,
  type VerificationOutcome,
  type VerifyErrorEnum,
} from './verification.enums.js';

export interface VerifyInput<Group extends string> {
  readonly idempotencyKey: string;
  readonly studentId: string;
  readonly group: Group;
  /** YYYY-MM-DD. */
  readonly verifiedOn: string;
  readonly outcome: VerificationOutcome;
}

export type RecordOfChild = VerifiedRecord & { readonly studentId: string };

/** What the fields and the mutation of an agency ask of its loaders. */
interface Verifying<Group extends string> {
  verificationOf(record: RecordOfChild, group: Group): Promise<VerificationPlan | null>;
  verifyRecord(input: VerifyInput<Group>): Promise<object>;
}
type Context<Group extends string> = RequestContext<Verifying<Group>>;
type ClassType = new () => object;

interface VerificationSchema<Group extends string> {
  /** Name of the mutation; its input and payload are named after it. */
  readonly mutation: `verify${string}`;
  readonly scope: string;
  readonly groups: LabelledEnum<Group>;
  readonly errors: VerifyErrorEnum;
  /** Name of the type that says when a record is due. */
  readonly plan: string;
  readonly holds: DataClass;
}

/** The mutation and the type by which an agency says that it has seen whether a record of a special group holds. */
export function verificationSchema<Group extends string>({
  mutation,
  scope,
  groups,
  errors,
  plan,
  holds,
}: VerificationSchema<Group>) {
  const name = `V${mutation.slice(1)}`;

  @InputType(`${name}Input`, {
    description: describe('Verification of a record of a special group', '特殊群体记录核查'),
  })
  class Input implements VerifyInput<Group> {
    @Field(() => String, { description: describe('Key of the command', '幂等键', '8 to 64 characters.') })
    readonly idempotencyKey!: string;

    @Field(() => ID, { description: describe('Child', '学生标识') })
    readonly studentId!: string;

    @Field(() => groups.type, { description: describe('Group', '特殊群体类别') })
    readonly group!: Group;

    @Field(() => IsoDateScalar, { description: describe('Verified on', '核查日期', 'today at the latest.') })
    readonly verifiedOn!: string;

    @Field(() => VerificationOutcomeEnum.type, { description: describe('What was found', '核查结果') })
    readonly outcome!: VerificationOutcome;
  }
  const Payload = recordedPayload(name, errors);

  @Resolver()
  class CommandResolver {
    @RequiresScope(scope)
    @Mutation(() => Payload, {
      name: mutation,
      description: describe(
        'Records that a record of a special group was verified',
        '登记特殊群体核查',
        'the record itself is put right by its register.',
      ),
    })
    verify(
      @Arg('input', () => Input, { description: describe('The verification', '核查记录') })
      input: Input,
      @Ctx() { loaders }: Context<Group>,
    ): Promise<object> {
      return loaders.verifyRecord(input);
    }
  }

  @Holds(holds)
  @ObjectType(plan, {
    description: describe(
      'Checks of a record of a special group against their plan',
      '特殊群体记录核查情况',
      'computed.',
    ),
  })
  class Plan implements VerificationPlan {
    @Field(() => IsoDateScalar, {
      nullable: true,
      description: describe(
        'Last checked on',
        '最近核查日期',
        'null where nobody has said so since the record began.',
      ),
    })
    readonly lastVerifiedOn!: string | null;

    @Field(() => Int, {
      description: describe('Calendar days from check to check', '间隔（天）', 'by policy.'),
    })
    readonly everyDays!: number;

    @Field(() => IsoDateScalar, {
      nullable: true,
      description: describe('Next check due on', '下次核查期限'),
    })
    readonly dueOn!: VerificationPlan['dueOn'];

    @Field(() => Boolean, {
      nullable: true,
      description: describe('Whether it is past that day', '是否逾期'),
    })
    readonly isOverdue!: boolean | null;
  }

  /**
   * Adds `verification` to a type.
   * @param recordOf the record that an object of the type is or shows; null where it shows none
   */
  function fieldOf<Shown extends object>(
    type: ClassType,
    group: Group,
    recordOf: (shown: Shown) => RecordOfChild | null | Promise<RecordOfChild | null>,
  ): ClassType {
    @Resolver(() => type)
    class VerificationResolver {
      @FieldResolver(() => Plan, {
        nullable: true,
        description: describe('Checks of this record', '核查情况', 'null for a record that holds no more.'),
      })
      async verification(
        @Root() shown: Shown,
        @Ctx() { loaders }: Context<Group>,
      ): Promise<VerificationPlan | null> {
        const record = await recordOf(shown);
        return record && loaders.verificationOf(record, group);
      }
    }
    return VerificationResolver;
  }

  return { CommandResolver, fieldOf };
}
