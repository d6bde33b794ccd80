import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { Holds } from '../../_kit/access/data-class.js';
import { connectionType } from '../../_kit/schema/connection.js';
import { describe, type EnumValue } from '../../_kit/schema/label.js';
import { EmployerIndustryEnum, EmployerKindEnum } from './employer.enums.js';

@Holds('LABOUR')
@ObjectType('Employer', { description: describe('Employer', '用人单位') })
export class EmployerType {
  @Field(() => ID, {
    description: describe("Number in the bureau's records", '单位编号', 'every employer has one.'),
  })
  code!: string;

  @Field(() => String, { description: describe('Name', '单位名称') })
  name!: string;

  @Field(() => String, {
    nullable: true,
    description: describe(
      'Unified social credit code',
      '统一社会信用代码',
      'GB 32100, as recorded; null for an employer without a licence. Some early codes fail the check digit.',
    ),
  })
  unifiedSocialCreditCode!: string | null;

  @Field(() => EmployerKindEnum.type, { description: describe('Kind', '单位类别') })
  kind!: EnumValue<typeof EmployerKindEnum>;

  @Field(() => EmployerIndustryEnum.type, { description: describe('Industry', '行业') })
  industry!: EnumValue<typeof EmployerIndustryEnum>;

  /** Column behind `division`. */
  divisionCode!: string;
}

@InputType('EmployerFilter', { description: describe('Which employers', '用人单位筛选条件') })
export class EmployerFilter {
  @Field(() => String, {
    nullable: true,
    description: describe('Division code, any level', '区划代码'),
  })
  division?: string | null;

  @Field(() => EmployerKindEnum.type, { nullable: true, description: describe('Kind', '单位类别') })
  kind?: EnumValue<typeof EmployerKindEnum> | null;

  @Field(() => String, {
    nullable: true,
    description: describe('Part of the name', '单位名称包含', 'at most 60 characters.'),
  })
  name?: string | null;
}

export const EmployerConnectionType = connectionType('Employer', EmployerType, {
  en: 'Employers',
  zh: '用人单位列表',
  detail: 'in order of code.',
});
