import { Field, ID, InputType, ObjectType } from 'type-graphql';
import type { RevokedKind } from '../../_kit/access/revocations.js';
import { Holds } from '../../_kit/access/data-class.js';
import { connectionType } from '../../_kit/schema/connection.js';
import { describe } from '../../_kit/schema/label.js';
import { mutationErrorType, type MutationError } from '../../_kit/schema/mutation-error.js';
import {
  LiftRevocationErrorEnum,
  RevokedKindEnum,
  RevokeTokenErrorEnum,
  type LiftRevocationErrorCode,
  type RevokeTokenErrorCode,
} from './token-revocation.enums.js';

@Holds('NONE')
@ObjectType('TokenRevocation', {
  description: describe('Tokens that are no longer good', '令牌撤销'),
})
export class TokenRevocationType {
  @Field(() => ID, { description: describe('Id', '撤销编号') })
  id!: string;

  @Field(() => RevokedKindEnum.type, { description: describe('What is revoked', '撤销对象') })
  kind!: RevokedKind;

  @Field(() => String, { description: describe('Id of the token or account', '令牌或账号标识') })
  holder!: string;

  @Field(() => Date, { description: describe('Revoked until', '撤销截止时间') })
  revokedUntil!: Date | string;

  @Field(() => Date, { description: describe('Revoked at', '撤销时间') })
  revokedAt!: Date | string;

  @Field(() => String, { description: describe('Revoked by', '撤销人') })
  revokedBy!: string;

  @Field(() => String, { description: describe('Why', '撤销原因', 'without names.') })
  reason!: string;

  @Field(() => Date, { nullable: true, description: describe('Lifted at', '解除时间') })
  liftedAt!: Date | string | null;

  @Field(() => String, { nullable: true, description: describe('Lifted by', '解除人') })
  liftedBy!: string | null;

  @Field(() => String, { nullable: true, description: describe('Why it was lifted', '解除原因') })
  liftReason!: string | null;
}

export const TokenRevocationConnectionType = connectionType('TokenRevocation', TokenRevocationType, {
  en: 'Revocations of tokens',
  zh: '令牌撤销列表',
  detail: 'the latest come first.',
});

@InputType('RevokeTokenInput', { description: describe('What is revoked', '撤销内容') })
export class RevokeTokenInput {
  @Field(() => String, { description: describe('Key of the command', '幂等键', '8 to 64 characters.') })
  idempotencyKey!: string;

  @Field(() => RevokedKindEnum.type, { description: describe('One token, or an account', '撤销对象') })
  kind!: RevokedKind;

  @Field(() => String, {
    description: describe('Id of the token or account', '令牌或账号标识', 'its claim `jti` or `sub`.'),
  })
  holder!: string;

  @Field(() => Date, {
    nullable: true,
    description: describe(
      'Until',
      '截止时间',
      'by default a day later for a token, 30 days for an account; at most 366 days.',
    ),
  })
  revokedUntil?: Date | null;

  @Field(() => String, { description: describe('Why', '撤销原因', 'without names.') })
  reason!: string;
}

@InputType('LiftRevocationInput', { description: describe('What is lifted', '解除内容') })
export class LiftRevocationInput {
  @Field(() => String, { description: describe('Key of the command', '幂等键', '8 to 64 characters.') })
  idempotencyKey!: string;

  @Field(() => ID, { description: describe('Revocation', '撤销编号') })
  revocationId!: string;

  @Field(() => String, { description: describe('Why', '解除原因', 'without names.') })
  reason!: string;
}

export const RevokeTokenErrorType = mutationErrorType('RevokeToken', RevokeTokenErrorEnum);
export const LiftRevocationErrorType = mutationErrorType('LiftRevocation', LiftRevocationErrorEnum);

@Holds('NONE')
@ObjectType('RevokeTokenPayload', { description: describe('Outcome of a revocation', '撤销结果') })
export class RevokeTokenPayload {
  @Field(() => TokenRevocationType, {
    nullable: true,
    description: describe('The revocation', '令牌撤销', 'null when there are errors.'),
  })
  revocation!: TokenRevocationType | null;

  @Field(() => [RevokeTokenErrorType], { description: describe('Why not', '未办理的原因') })
  errors!: MutationError<RevokeTokenErrorCode>[];
}

@Holds('NONE')
@ObjectType('LiftRevocationPayload', { description: describe('Outcome of lifting', '解除结果') })
export class LiftRevocationPayload {
  @Field(() => TokenRevocationType, {
    nullable: true,
    description: describe('The revocation', '令牌撤销', 'null when there are errors.'),
  })
  revocation!: TokenRevocationType | null;

  @Field(() => [LiftRevocationErrorType], { description: describe('Why not', '未办理的原因') })
  errors!: MutationError<LiftRevocationErrorCode>[];
}
