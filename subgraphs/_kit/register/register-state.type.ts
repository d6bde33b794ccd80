import { Directive, Field, ObjectType } from 'type-graphql';
import { Holds } from '../access/data-class.js';
import { DateTimeScalar } from '../schema/date-time.scalar.js';
import { describe, labelledEnum } from '../schema/label.js';
import type { RegisterKnowledge, RegisterState } from './register-state.js';

export const RegisterKnowledgeEnum = labelledEnum(
  'RegisterKnowledge',
  {
    en: 'What a register knows of a child',
    zh: '名册知悉状态',
    detail: 'FOUND and NO_RECORD count as known while the register is current.',
  },
  {
    FOUND: { en: 'On the register', zh: '有记录' },
    NO_RECORD: {
      en: 'No record',
      zh: '无记录',
      detail: 'the register is loaded, covers the child and holds nothing of it',
    },
    OUT_OF_COVERAGE: {
      en: 'Out of coverage',
      zh: '不在覆盖范围',
      detail: 'the records of this child lie with another county; nothing may be concluded',
    },
    NOT_LOADED: {
      en: 'Not loaded',
      zh: '未导入',
      detail: 'the register has never been loaded; nothing may be concluded',
    },
  },
);

export const RegisterFreshnessEnum = labelledEnum(
  'RegisterFreshness',
  { en: 'Freshness of a register', zh: '数据时效' },
  {
    CURRENT: { en: 'Current', zh: '有效期内' },
    STALE: { en: 'Stale', zh: '已过时', detail: 'older than the policy allows; no decision may rest on it' },
  },
);

@ObjectType('RegisterState', {
  description: describe(
    'State of a register for one child',
    '名册状态',
    'says whether silence means "none" or "unknown".',
  ),
})
@Directive('@shareable')
@Holds('NONE')
export class RegisterStateType implements RegisterState {
  @Field(() => RegisterKnowledgeEnum.type, { description: describe('What the register knows', '知悉状态') })
  state!: RegisterKnowledge;

  @Field(() => RegisterFreshnessEnum.type, {
    description: describe('Whether it is recent enough to rely on', '数据时效'),
  })
  freshness!: RegisterState['freshness'];

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: describe('Date of the data', '数据截止时间', 'null when never loaded.'),
  })
  asOf!: Date | null;

  @Field(() => String, { description: describe('Source system', '数据来源', 'empty when never loaded.') })
  source!: string;
}
