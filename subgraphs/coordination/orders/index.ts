import { HoldDecisionEntity } from './hold-decision.entity.js';
import { CaseHoldResolver, HoldCommandResolver } from './hold.resolver.js';
import { JustifiedReasonEntity } from './justified-reason.entity.js';
import { OrderSeriesEntity } from './order-series.entity.js';
import { CaseOrdersResolver, OrderCommandResolver, OrderOfResolver } from './order.resolver.js';

export const ORDER_ENTITIES = [OrderSeriesEntity, JustifiedReasonEntity, HoldDecisionEntity] as const;
export const ORDER_RESOLVERS = [
  CaseOrdersResolver,
  OrderOfResolver,
  OrderCommandResolver,
  CaseHoldResolver,
  HoldCommandResolver,
] as const;
