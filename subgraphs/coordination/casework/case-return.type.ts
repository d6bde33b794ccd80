import { Field, ObjectType } from 'type-graphql';
import { Holds } from '../../_kit/access/data-class.js';
import { IsoDateScalar } from '../../_kit/schema/date.scalar.js';
import { describe } from '../../_kit/schema/label.js';
import { ReturnCheckEnum, ReturnModeEnum } from './case-return.enums.js';
import { FieldPostEnum } from './field-visit.enums.js';

@Holds('CASEWORK')
@ObjectType('ReturnPlacement', { description: describe('Placement on return', '复学安置') })
export class ReturnPlacementType {
  @Field(() => IsoDateScalar, { description: describe('Placed on', '安置日期') })
  placedOn!: string;

  @Field(() => ReturnModeEnum.type, { description: describe('How', '安置方式') })
  mode!: string;

  @Field(() => String, {
    nullable: true,
    description: describe('School', '学校标识码', 'null outside the county.'),
  })
  schoolCode!: string | null;

  @Field(() => String, {
    nullable: true,
    description: describe('Class', '班级标识码', 'null where none was named.'),
  })
  classCode!: string | null;
}

@Holds('CASEWORK')
@ObjectType('ReturnCheck', { description: describe('Check of a return', '复学跟踪记录') })
export class ReturnCheckType {
  @Field(() => IsoDateScalar, { description: describe('Checked on', '核实日期') })
  checkedOn!: string;

  @Field(() => FieldPostEnum.type, { description: describe('Post of who checked', '核实人员') })
  checkerPost!: string;

  @Field(() => ReturnCheckEnum.type, { description: describe('What was found', '核实结果') })
  result!: string;
}
