import { Field, ID, InputType } from 'type-graphql';
import { IsoDateScalar } from '../../_kit/schema/date.scalar.js';
import { GuardianRelationEnum } from '../../_kit/schema/guardian.enums.js';
import { describe, type EnumValue } from '../../_kit/schema/label.js';
import { recordedPayload } from '../../_kit/schema/recorded-payload.js';
import { EntrustGuardianErrorEnum, VerifyRecordErrorEnum } from './care.enums.js';
import { SpecialGroupEnum, VerificationOutcomeEnum, type SpecialGroup } from './special-group.enums.js';

const KEY = describe('Key of the command', '幂等键', '8 to 64 characters.');
const CHILD = describe('Child', '学生标识');

@InputType('VerifySpecialGroupRecordInput', {
  description: describe('Verification of a record of a special group', '特殊群体记录核查'),
})
export class VerifyRecordInput {
  @Field(() => String, { description: KEY })
  idempotencyKey!: string;

  @Field(() => ID, { description: CHILD })
  studentId!: string;

  @Field(() => SpecialGroupEnum.type, { description: describe('Group', '特殊群体类别') })
  group!: SpecialGroup;

  @Field(() => IsoDateScalar, { description: describe('Verified on', '核查日期', 'today at the latest.') })
  verifiedOn!: string;

  @Field(() => VerificationOutcomeEnum.type, { description: describe('What was found', '核查结果') })
  outcome!: EnumValue<typeof VerificationOutcomeEnum>;
}

@InputType('EntrustGuardianInput', {
  description: describe('Substitute guardian of a left-behind child', '留守儿童代理监护人'),
})
export class EntrustGuardianInput {
  @Field(() => String, { description: KEY })
  idempotencyKey!: string;

  @Field(() => ID, { description: CHILD })
  studentId!: string;

  @Field(() => String, { description: describe('Name', '姓名', '2 to 50 characters.') })
  name!: string;

  @Field(() => GuardianRelationEnum.type, {
    description: describe('Relation', '与儿童关系', 'no parent.'),
  })
  relation!: EnumValue<typeof GuardianRelationEnum>;

  @Field(() => String, {
    nullable: true,
    description: describe('Telephone', '联系电话', '7 to 15 digits; kept sealed, shown masked.'),
  })
  phone?: string | null;

  @Field(() => IsoDateScalar, { description: describe('Entrusted on', '委托日期', 'today at the latest.') })
  entrustedOn!: string;

  @Field(() => IsoDateScalar, {
    nullable: true,
    description: describe('Commitment signed on', '承诺书签订日期', 'null while none is signed.'),
  })
  commitmentSignedOn?: string | null;
}

export const VerifyRecordPayload = recordedPayload('VerifySpecialGroupRecord', VerifyRecordErrorEnum);
export const EntrustGuardianPayload = recordedPayload('EntrustGuardian', EntrustGuardianErrorEnum);
