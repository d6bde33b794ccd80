import type { HELD_ITEMS } from '../../../policies/order-vocabulary.js';
import { labelledEnum, type EnumValue, type Term } from '../../_kit/schema/label.js';
import { TEXT_INVALID } from '../access/access.enums.js';

export const HoldAdviceStateEnum = labelledEnum(
  'HoldAdviceState',
  { en: 'Whether an order stands unresolved', zh: '四不办理查询结果' },
  {
    OFF: { en: 'The policy of the place has no such question', zh: '本地政策未开启' },
    ORDER_STANDS_OPEN: { en: 'An order stands unresolved', zh: '有逾期未履行文书' },
    NO_OPEN_ORDER: { en: 'No order stands unresolved', zh: '无逾期未履行文书' },
    UNKNOWN: { en: 'Not known', zh: '无法判定' },
  },
);
export type HoldAdviceState = EnumValue<typeof HoldAdviceStateEnum>;

export type HeldItem = (typeof HELD_ITEMS)[number];
export const HeldItemEnum = labelledEnum<HeldItem>(
  'AdministrativeHoldItem',
  {
    en: 'Matter of the household that may be asked about',
    zh: '四不办理事项',
    detail: 'never the child’s own aid.',
  },
  {
    RELIEF: { en: 'Poverty subsidy or social relief of the household', zh: '扶贫补助、社会救助' },
    HOUSE_BUILDING_APPROVAL: { en: 'Approval to build a house', zh: '建房审批' },
    WORK_AWAY_CERTIFICATE: { en: 'Certificate for working away', zh: '外出务工证明' },
    BUSINESS_LICENCE: { en: 'Business licence', zh: '营业执照' },
  },
);

export const HoldDecisionEnum = labelledEnum(
  'AdministrativeHoldDecisionKind',
  { en: 'What a person decided', zh: '四不办理决定' },
  {
    PROCEED: { en: 'The matter is handled', zh: '予以办理' },
    HOLD: { en: 'The matter waits until the child is back', zh: '暂缓办理' },
  },
);

export const HoldReviewStateEnum = labelledEnum(
  'AdministrativeHoldReviewState',
  { en: 'Whether another person has reviewed a decision', zh: '复核状态' },
  {
    PENDING: { en: 'Not reviewed: it has no effect', zh: '待复核' },
    CONFIRMED: { en: 'Confirmed', zh: '复核同意' },
    REJECTED: { en: 'Rejected', zh: '复核不同意' },
    LAPSED: { en: 'Confirmed, and lapsed since no order stands open', zh: '已失效', detail: 'derived' },
  },
);
export type HoldReviewState = EnumValue<typeof HoldReviewStateEnum>;

export const DecideHoldErrorEnum = labelledEnum(
  'DecideAdministrativeHoldErrorCode',
  { en: 'Why nothing was decided', zh: '未作决定的原因' },
  {
    CASE_NOT_FOUND: { en: 'There is no such case within reach', zh: '管辖范围内没有该个案' },
    POLICY_OFF: { en: 'The policy of the place has no such question', zh: '本地政策未开启四不办理' },
    NO_OPEN_ORDER: { en: 'No order stands unresolved', zh: '无逾期未履行文书' },
    ITEM_NOT_LISTED: { en: 'The policy does not name this matter', zh: '政策未列该事项' },
    ...TEXT_INVALID,
  } satisfies Record<string, Term>,
);
export type DecideHoldCode = EnumValue<typeof DecideHoldErrorEnum>;

export const ReviewHoldErrorEnum = labelledEnum(
  'ReviewAdministrativeHoldErrorCode',
  { en: 'Why nothing was reviewed', zh: '未复核的原因' },
  {
    NOT_FOUND: { en: 'There is no such decision within reach', zh: '管辖范围内没有该决定' },
    SAME_PERSON: { en: 'Whoever decided can’t review it', zh: '不得复核本人所作决定' },
    ALREADY_REVIEWED: { en: 'It was reviewed before', zh: '此前已复核' },
    ...TEXT_INVALID,
  } satisfies Record<string, Term>,
);
export type ReviewHoldCode = EnumValue<typeof ReviewHoldErrorEnum>;
