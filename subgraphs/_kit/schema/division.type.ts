import { Directive, Field, ObjectType } from 'type-graphql';
import { Holds } from '../access/data-class.js';
import { describe, labelledEnum, type EnumValue } from './label.js';

export const DivisionLevelEnum = labelledEnum(
  'DivisionLevel',
  { en: 'Level of an administrative division', zh: '行政区划级别' },
  {
    PROVINCE: { en: 'Province', zh: '省级' },
    PREFECTURE: { en: 'Prefecture', zh: '地级' },
    COUNTY: { en: 'County', zh: '县级' },
    TOWNSHIP: { en: 'Township', zh: '乡级' },
    VILLAGE: { en: 'Village', zh: '村级' },
  },
);

@ObjectType('Division', { description: describe('Administrative division', '行政区划') })
@Directive('@shareable')
@Holds('NONE')
export class DivisionType {
  @Field(() => String, { description: describe('12-digit statistical code', '区划代码') })
  code!: string;

  @Field(() => String, {
    nullable: true,
    description: describe('Name', '名称', 'null for a code that is not on the list.'),
  })
  name!: string | null;

  @Field(() => DivisionLevelEnum.type, {
    nullable: true,
    description: describe('Level', '级别', 'null for a code that is not on the list.'),
  })
  level!: EnumValue<typeof DivisionLevelEnum> | null;
}
