import { Field, InputType, ObjectType } from 'type-graphql';
import { Holds } from '../../_kit/access/data-class.js';
import { connectionType } from '../../_kit/schema/connection.js';
import { describe } from '../../_kit/schema/label.js';
import {
  ResponsibilityLevelEnum,
  ResponsibilityLineEnum,
  ResponsibilityPlaceEnum,
  ResponsibilitySchemeEnum,
  type ResponsibilityLevel,
  type ResponsibilityLine,
  type ResponsibilityPlace,
  type ResponsibilityScheme,
} from './responsibility.enums.js';

@Holds('NONE')
@ObjectType('ResponsibilityGap', {
  description: describe('Level of a chain for which nobody is named', '包保责任空缺', 'computed for today.'),
})
export class ResponsibilityGapType {
  @Field(() => ResponsibilityLineEnum.type, { description: describe('Line', '责任线') })
  line!: ResponsibilityLine;

  @Field(() => ResponsibilityLevelEnum.type, { description: describe('Level', '层级') })
  level!: ResponsibilityLevel;

  @Field(() => ResponsibilitySchemeEnum.type, { description: describe('Scheme', '责任制') })
  scheme!: ResponsibilityScheme;

  @Field(() => ResponsibilityPlaceEnum.type, {
    nullable: true,
    description: describe(
      'What the level answers for',
      '包保对象',
      'null where the policy in force does not say.',
    ),
  })
  place!: ResponsibilityPlace | null;

  @Field(() => String, {
    description: describe('Code of the division, school or class answered for', '责任对象代码'),
  })
  code!: string;

  @Field(() => String, {
    nullable: true,
    description: describe(
      'Document and clause',
      '政策依据',
      'null where no policy in force names the scheme.',
    ),
  })
  policyClause!: string | null;
}

export const ResponsibilityGapConnectionType = connectionType('ResponsibilityGap', ResponsibilityGapType, {
  en: 'Levels for which nobody is named',
  zh: '包保责任空缺列表',
  detail: 'from the top down.',
});

@InputType('ResponsibilityGapFilter', { description: describe('Which vacancies', '空缺筛选条件') })
export class ResponsibilityGapFilter {
  @Field(() => String, {
    nullable: true,
    description: describe('Division with all places in it', '行政区划代码', '2, 4, 6, 9 or 12 digits.'),
  })
  division?: string | null;

  @Field(() => String, { nullable: true, description: describe('One school', '学校标识码') })
  school?: string | null;

  @Field(() => ResponsibilityLevelEnum.type, { nullable: true, description: describe('Level', '层级') })
  level?: ResponsibilityLevel | null;
}
