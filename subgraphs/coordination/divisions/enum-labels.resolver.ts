import { Arg, Field, ObjectType, Query, Resolver } from 'type-graphql';
import { Holds } from '../../_kit/access/data-class.js';
import { describe } from '../../_kit/schema/label.js';
import { LabelType } from '../../_kit/schema/label.type.js';
import { readEnumLabels, type EnumLabels } from './enum-labels.js';

@Holds('NONE')
@ObjectType('EnumValueLabel', { description: describe('Wording of one value', '枚举值名称') })
export class EnumValueLabelType {
  @Field(() => String, { description: describe('Value as in the schema', '枚举值') })
  value!: string;

  @Field(() => LabelType, { description: describe('Wording', '名称') })
  label!: LabelType;

  @Field(() => String, {
    nullable: true,
    description: describe('Official code', '标准代码', 'null where no standard has one.'),
  })
  code!: string | null;
}

@Holds('NONE')
@ObjectType('EnumLabels', { description: describe('Wording of an enum', '枚举名称') })
export class EnumLabelsType {
  @Field(() => String, { description: describe('Name as in the schema', '枚举') })
  name!: string;

  @Field(() => LabelType, { description: describe('Wording', '名称') })
  label!: LabelType;

  @Field(() => [EnumValueLabelType], { description: describe('Values', '枚举值') })
  values!: readonly EnumValueLabelType[];
}

@Resolver(() => EnumLabelsType)
export class EnumLabelsResolver {
  @Query(() => [EnumLabelsType], {
    nullable: true,
    description: describe(
      'English and Chinese wording of enums',
      '枚举中英文名称',
      'of all enums, or of those named; names that no enum has are left out.',
    ),
  })
  enumLabels(
    @Arg('names', () => [String], { nullable: true, description: describe('Names of enums', '枚举名') })
    names: string[] | null,
  ): readonly EnumLabels[] {
    const all = readEnumLabels();
    return names ? all.filter(({ name }) => names.includes(name)) : all;
  }
}
