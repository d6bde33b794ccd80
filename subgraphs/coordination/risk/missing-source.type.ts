import { Field, ObjectType } from 'type-graphql';
import { Holds } from '../../_kit/access/data-class.js';
import { describe, labelledEnum, type EnumValue } from '../../_kit/schema/label.js';
import type { MissingSource } from './missing-sources.js';

export const MissingSourceReasonEnum = labelledEnum(
  'MissingSourceReason',
  { en: 'Why a source cannot be relied on', zh: '数据缺失原因' },
  {
    NOT_LOADED: { en: 'Not loaded', zh: '未导入' },
    OUT_OF_COVERAGE: { en: 'Does not cover the child', zh: '不在覆盖范围' },
    STALE: { en: 'Stale', zh: '已过时' },
  },
);

@Holds('CASEWORK')
@ObjectType('MissingSource', { description: describe('Source that could not be relied on', '缺失数据源') })
export class MissingSourceType implements MissingSource {
  @Field(() => String, { description: describe('Agency', '部门') })
  agency!: string;

  @Field(() => String, { description: describe('Code of the register', '名册代码') })
  register!: string;

  @Field(() => MissingSourceReasonEnum.type, { description: describe('Why', '缺失原因') })
  reason!: EnumValue<typeof MissingSourceReasonEnum>;
}
