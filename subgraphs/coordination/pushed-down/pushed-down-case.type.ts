import { Field, InputType, ObjectType } from 'type-graphql';
import { Holds } from '../../_kit/access/data-class.js';
import { connectionType } from '../../_kit/schema/connection.js';
import { IsoDateScalar } from '../../_kit/schema/date.scalar.js';
import { describe } from '../../_kit/schema/label.js';
import { SexEnum } from '../../_kit/schema/person.enums.js';
import { DispositionEnum } from '../casework/disposition.enums.js';
import { ResultOutcomeEnum } from './pushed-down.enums.js';
import type { ResultOutcome } from './verified-results.js';

@Holds('SCHOOLING')
@ObjectType('PushedDownResult', {
  description: describe("The county's answer to an entry of the national platform", '核查结果'),
})
export class PushedDownResultType {
  @Field(() => ResultOutcomeEnum.type, { description: describe('What came of it', '核查情况') })
  outcome!: ResultOutcome;

  @Field(() => DispositionEnum.type, {
    nullable: true,
    description: describe('Decision that holds', '核查结论', 'null where nobody has decided.'),
  })
  disposition!: string | null;

  @Field(() => IsoDateScalar, { nullable: true, description: describe('Decided on', '结论日期') })
  decidedOn!: string | null;

  @Field(() => IsoDateScalar, {
    nullable: true,
    description: describe('Holds until', '有效期至', 'null: for good, or without a decision.'),
  })
  validUntil!: string | null;

  @Field(() => String, {
    nullable: true,
    description: describe('Agency that has decided', '核实部门'),
  })
  verifierAgency!: string | null;

  @Field(() => Boolean, {
    description: describe(
      'Whether the entry is answered for good',
      '是否销号',
      'a decision holds and asks for nothing more.',
    ),
  })
  isClosedOut!: boolean;
}

@Holds('SCHOOLING')
@ObjectType('PushedDownCase', {
  description: describe(
    'A child whom the national platform takes for out of school',
    '国家平台下发疑似名单条目',
    'sent down to the county to be verified.',
  ),
})
export class PushedDownCaseType {
  @Field(() => String, { description: describe('Number on the platform', '平台编号') })
  platformNumber!: string;

  @Field(() => String, { description: describe('Batch', '批次') })
  batch!: string;

  @Holds('IDENTITY')
  @Field(() => String, { description: describe('Name, as the platform writes it', '姓名') })
  childName!: string;

  @Holds('IDENTITY')
  @Field(() => SexEnum.type, { description: describe('Sex', '性别') })
  sex!: string;

  @Holds('IDENTITY')
  @Field(() => IsoDateScalar, { description: describe('Birth date', '出生日期') })
  birthDate!: string;

  @Field(() => String, { description: describe('Why, in the words of the platform', '疑似原因') })
  reason!: string;

  @Field(() => IsoDateScalar, { description: describe('Sent down on', '下发日期') })
  pushedOn!: string;

  @Field(() => IsoDateScalar, { description: describe('To be answered by', '核查截止日期') })
  dueOn!: string;

  readonly studentId!: string;
  readonly divisionCode!: string;
}

export const PushedDownCaseConnectionType = connectionType('PushedDownCase', PushedDownCaseType, {
  en: 'Entries of the national platform',
  zh: '国家平台下发疑似名单',
  detail: 'those to be answered first come first.',
});

@InputType('PushedDownCaseFilter', { description: describe('Which entries', '下发名单筛选条件') })
export class PushedDownCaseFilter {
  @Field(() => String, { nullable: true, description: describe('Batch', '批次') })
  batch?: string | null;

  @Field(() => String, {
    nullable: true,
    description: describe('Division under which the platform files the child', '所属区划代码'),
  })
  division?: string | null;
}
