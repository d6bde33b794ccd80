import { Field, ID, InputType } from 'type-graphql';
import { IsoDateScalar } from '../../_kit/schema/date.scalar.js';
import { GuardianRelationEnum } from '../../_kit/schema/guardian.enums.js';
import { describe, type EnumValue } from '../../_kit/schema/label.js';
import { recordedPayload } from '../../_kit/schema/recorded-payload.js';
import { EntrustGuardianErrorEnum } from './care.enums.js';

const KEY = describe('Key of the command', '幂等键', '8 to 64 characters.');
const CHILD = describe('Child', '学生标识');

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

export const EntrustGuardianPayload = recordedPayload('EntrustGuardian', EntrustGuardianErrorEnum);
