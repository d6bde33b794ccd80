import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { Holds } from '../_kit/access/data-class.js';
import { connectionType } from '../_kit/schema/connection.js';
import { IsoDateScalar } from '../_kit/schema/date.scalar.js';
import { describe } from '../_kit/schema/label.js';

@Holds('POVERTY')
@ObjectType('ResettlementSite', { description: describe('Resettlement site', '易地扶贫搬迁安置点') })
export class ResettlementSiteType {
  @Field(() => ID, { description: describe('Code', '安置点编号') })
  code!: string;

  @Field(() => String, { description: describe('Name', '安置点名称') })
  name!: string;

  @Field(() => IsoDateScalar, { description: describe('Opened on', '启用日期') })
  openedOn!: string;

  /** Column behind `division`. */
  divisionCode!: string;
}

@InputType('ResettlementSiteFilter', { description: describe('Which sites', '安置点筛选条件') })
export class ResettlementSiteFilter {
  @Field(() => String, {
    nullable: true,
    description: describe('Division of the site, any level', '安置点所在区划代码'),
  })
  division?: string | null;
}

export const ResettlementSiteConnectionType = connectionType('ResettlementSite', ResettlementSiteType, {
  en: 'Resettlement sites',
  zh: '安置点列表',
  detail: 'in order of code.',
});
