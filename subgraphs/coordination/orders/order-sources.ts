import type { ResolvedPolicy } from '../../../policies/resolve-policy.js';
import type { DropoutCase } from '../casework/dropout-case.entity.js';
import type { HoldAdvice } from './administrative-hold.js';
import type { NextOrder } from './next-order.js';

/** What commands about orders ask beside their own rows. */
export interface OrderSources {
  readonly policyAt: (townshipCode: string) => ResolvedPolicy;
  readonly nextOrderOf: (dropout: DropoutCase) => Promise<NextOrder>;
  readonly holdAdviceOf: (dropout: DropoutCase) => Promise<HoldAdvice>;
}
