import { Field, Float, ObjectType } from 'type-graphql';
import { Holds } from '../_kit/access/data-class.js';
import { connectionType } from '../_kit/schema/connection.js';
import { describe, type EnumValue } from '../_kit/schema/label.js';
import { DatedRecordType, datedRegisterType } from './dated-register.type.js';
import { ExtremePovertyModeEnum } from './relief.enums.js';

@Holds('WELFARE')
@ObjectType('ExtremePovertySupport', {
  description: describe(
    'Extreme-poverty support',
    '特困人员救助供养',
    'granted to a person, not to a household.',
  ),
})
export class ExtremePovertySupportType extends DatedRecordType {
  @Field(() => ExtremePovertyModeEnum.type, { description: describe('Where supported', '供养方式') })
  mode!: EnumValue<typeof ExtremePovertyModeEnum>;

  @Field(() => Float, { description: describe('Amount per month, in yuan', '月供养标准(元)') })
  monthlyAmountYuan!: number;

  /** Columns behind `student` and `division`. */
  studentId!: string;
  divisionCode!: string;
}

export const ExtremePovertySupportRegisterType = datedRegisterType(
  'ExtremePovertySupportRegister',
  ExtremePovertySupportType,
  { en: 'Extreme-poverty support of one child', zh: '特困人员救助供养登记' },
);

export const ExtremePovertySupportConnectionType = connectionType(
  'ExtremePovertySupport',
  ExtremePovertySupportType,
  {
    en: 'Children under extreme-poverty support',
    zh: '特困供养儿童列表',
    detail: 'the latest recognised first.',
  },
);
