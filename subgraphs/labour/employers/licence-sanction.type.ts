import { Field, Float, ID, ObjectType } from 'type-graphql';
import { Holds } from '../../_kit/access/data-class.js';
import { IsoDateScalar } from '../../_kit/schema/date.scalar.js';
import { describe, type EnumValue } from '../../_kit/schema/label.js';
import { LicenceSanctionKindEnum } from './employer.enums.js';

@Holds('LABOUR')
@ObjectType('LicenceSanction', {
  description: describe(
    'Sanction on an employer',
    '行政处罚',
    'decided by labour or by market supervision, as the bureau was told.',
  ),
})
export class LicenceSanctionType {
  @Field(() => ID, { description: describe("Number in the bureau's records", '处罚编号') })
  code!: string;

  @Field(() => LicenceSanctionKindEnum.type, { description: describe('Kind', '处罚类别') })
  kind!: EnumValue<typeof LicenceSanctionKindEnum>;

  @Field(() => IsoDateScalar, { description: describe('Decided on', '决定日期') })
  decidedOn!: string;

  @Field(() => Float, {
    nullable: true,
    description: describe('Amount in yuan', '罚款金额(元)', 'null where the sanction is not money.'),
  })
  amountYuan!: number | null;
}
