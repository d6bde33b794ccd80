import { Field, Float, ObjectType } from 'type-graphql';
import { Holds } from '../_kit/access/data-class.js';
import { connectionType } from '../_kit/schema/connection.js';
import { describe, type EnumValue } from '../_kit/schema/label.js';
import { OrphanCareEnum, OrphanGroundEnum } from './child-circumstance.enums.js';
import { DatedRecordType, datedRegisterType } from './dated-register.type.js';

@Holds('WELFARE')
@ObjectType('OrphanRecord', {
  description: describe('Orphan', '孤儿', 'under 18, both parents dead or declared missing.'),
})
export class OrphanRecordType extends DatedRecordType {
  @Field(() => OrphanGroundEnum.type, { description: describe('Ground', '认定情形') })
  ground!: EnumValue<typeof OrphanGroundEnum>;

  @Field(() => OrphanCareEnum.type, { description: describe('Who raises the child', '安置方式') })
  care!: EnumValue<typeof OrphanCareEnum>;

  @Field(() => Float, { description: describe('Living allowance per month, in yuan', '月基本生活费(元)') })
  monthlyAmountYuan!: number;

  /** Columns behind `student` and `division`. */
  studentId!: string;
  divisionCode!: string;
}

export const OrphanRegisterType = datedRegisterType('OrphanRegister', OrphanRecordType, {
  en: 'Orphan register on one child',
  zh: '孤儿登记',
});

export const OrphanConnectionType = connectionType('Orphan', OrphanRecordType, {
  en: 'Orphans',
  zh: '孤儿列表',
  detail: 'the latest recognised first.',
});
