import { Field, ObjectType } from 'type-graphql';
import { Holds } from '../_kit/access/data-class.js';
import type { RegisterState } from '../_kit/register/register-state.js';
import { RegisterStateType } from '../_kit/register/register-state.type.js';
import { IsoDateScalar } from '../_kit/schema/date.scalar.js';
import { describe, type EnumValue } from '../_kit/schema/label.js';
import { LegalCustodyKindEnum } from './case.enums.js';

@Holds('RESTRICTED')
@ObjectType('LegalCustody', {
  description: describe(
    'Legal custody',
    '专门教育或羁押',
    'explains an absence from school; to others than its holders a child has a support need and no more.',
  ),
})
export class LegalCustodyType {
  @Field(() => LegalCustodyKindEnum.type, { description: describe('Kind', '类别') })
  kind!: EnumValue<typeof LegalCustodyKindEnum>;

  @Field(() => IsoDateScalar, { description: describe('First day', '开始日期') })
  startsOn!: string;

  @Field(() => IsoDateScalar, {
    nullable: true,
    description: describe('Last day', '结束日期', 'null when not fixed.'),
  })
  endsOn!: string | null;

  @Field(() => String, { description: describe('Number of the document', '文书编号') })
  documentNumber!: string;
}

@Holds('RESTRICTED')
@ObjectType('LegalCustodyRegister', {
  description: describe('Legal custody of one child', '专门教育与羁押记录'),
})
export class LegalCustodyRegisterType {
  @Field(() => RegisterStateType, { description: describe('State of the register', '名册状态') })
  register!: RegisterState;

  @Field(() => LegalCustodyType, {
    nullable: true,
    description: describe('Latest', '最近一次', 'it may have ended.'),
  })
  current!: LegalCustodyType | null;

  @Field(() => [LegalCustodyType], { description: describe('All', '全部记录', 'latest first.') })
  records!: readonly LegalCustodyType[];
}

@Holds('RESTRICTED')
@ObjectType('BorderExit', { description: describe('Exit at the border', '出境记录') })
export class BorderExitType {
  @Field(() => IsoDateScalar, { description: describe('Left on', '出境日期') })
  leftOn!: string;

  @Field(() => String, { description: describe('Destination', '前往地') })
  destination!: string;
}

@Holds('RESTRICTED')
@ObjectType('BorderExitRegister', { description: describe('Exits of one child at the border', '出境记录册') })
export class BorderExitRegisterType {
  @Field(() => RegisterStateType, { description: describe('State of the register', '名册状态') })
  register!: RegisterState;

  @Field(() => BorderExitType, { nullable: true, description: describe('Latest exit', '最近一次出境') })
  current!: BorderExitType | null;

  @Field(() => [BorderExitType], { description: describe('All exits', '全部出境记录', 'latest first.') })
  records!: readonly BorderExitType[];
}
