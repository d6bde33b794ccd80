import type { RevokedKind } from '../../_kit/access/revocations.js';
import { labelledEnum, type EnumValue } from '../../_kit/schema/label.js';
import { PERIOD_TOO_LONG, TEXT_INVALID } from './access.enums.js';

export const RevokedKindEnum = labelledEnum<RevokedKind>(
  'RevokedKind',
  { en: 'What is no longer good', zh: '撤销对象' },
  {
    TOKEN: { en: 'One access token, by its `jti`', zh: '单个访问令牌' },
    SUBJECT: { en: "All tokens of an officer's or a service's account, by its `sub`", zh: '账号的全部令牌' },
  },
);

export const RevokeTokenErrorEnum = labelledEnum(
  'RevokeTokenErrorCode',
  { en: 'Why tokens were not revoked', zh: '未撤销令牌的原因' },
  {
    HOLDER_INVALID: { en: 'It is no id of a token or account', zh: '令牌或账号标识无效' },
    SELF_REVOCATION: { en: 'Nobody revokes the account that it works under', zh: '不得撤销本人账号' },
    ALREADY_REVOKED: { en: 'It is revoked already', zh: '此前已撤销' },
    PERIOD_INVALID: { en: 'It must end after now', zh: '截止时间无效' },
    ...PERIOD_TOO_LONG,
    ...TEXT_INVALID,
  },
);
export type RevokeTokenErrorCode = EnumValue<typeof RevokeTokenErrorEnum>;

export const LiftRevocationErrorEnum = labelledEnum(
  'LiftRevocationErrorCode',
  { en: 'Why a revocation was not lifted', zh: '未解除撤销的原因' },
  {
    NOT_FOUND: { en: 'There is none of this id', zh: '没有该记录' },
    ALREADY_LIFTED: { en: 'It was lifted before', zh: '此前已解除' },
    ...TEXT_INVALID,
  },
);
export type LiftRevocationErrorCode = EnumValue<typeof LiftRevocationErrorEnum>;
