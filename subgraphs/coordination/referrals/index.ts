import { ReferralCommandsResolver } from './referral-commands.resolver.js';
import { ReferralEntity } from './referral.entity.js';
import { ReferralResolver } from './referral.resolver.js';

export const REFERRAL_ENTITIES = [ReferralEntity] as const;
export const REFERRAL_RESOLVERS = [ReferralResolver, ReferralCommandsResolver] as const;
