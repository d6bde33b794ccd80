import { Field, InputType } from 'type-graphql';
import { IsoDateScalar } from '../../_kit/schema/date.scalar.js';
import { describe, type EnumValue } from '../../_kit/schema/label.js';
import { ReportRecipientEnum } from './reporting.enums.js';

@InputType('DropoutReportFilter', {
  description: describe('Which written reports', '书面报告筛选条件', 'all given conditions hold.'),
})
export class DropoutReportFilter {
  @Field(() => String, {
    nullable: true,
    description: describe('Division where the child lives or is registered, any level', '儿童所在区划代码'),
  })
  division?: string | null;

  @Field(() => String, { nullable: true, description: describe('Reporting school', '报告学校标识码') })
  school?: string | null;

  @Field(() => ReportRecipientEnum.type, { nullable: true, description: describe('To whom', '报告对象') })
  recipient?: EnumValue<typeof ReportRecipientEnum> | null;

  @Field(() => Boolean, {
    nullable: true,
    description: describe('Whether the office has signed for it', '是否已签收'),
  })
  isReceived?: boolean | null;

  @Field(() => IsoDateScalar, { nullable: true, description: describe('Reported from', '报告起始日期') })
  from?: string | null;

  @Field(() => IsoDateScalar, {
    nullable: true,
    description: describe('Reported until', '报告截止日期', 'the day itself included.'),
  })
  to?: string | null;
}
